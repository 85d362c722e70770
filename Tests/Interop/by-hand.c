/* by-hand SORTED.nt MODEL.rdf OUT.rdf: writes the bytes of MODEL.rdf, an export of Stemma's, from the same triples in the same
   order as N-Triples, by appending bytes to a buffer: what speed.py compares the export with.

   Taken from the model: the root element with its namespaces, and what stands behind the last subject. Checked and escaped as
   Stemma does it: no byte sequence that is not UTF-8, no character that XML cannot hold, no IRI without a scheme or with a
   character that IRIs may not hold. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct { const char *start, *end; } Text;

static char buffer[1 << 20];
static size_t used;
static int out;

static void fail(const char *what) { fprintf(stderr, "by-hand: %s\n", what); exit(1); }

static Text map(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  const char *start = mmap(0, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (start == MAP_FAILED) fail(path);
  return (Text){start, start + status.st_size};
}

static void flush(void) {
  for (size_t from = 0; from < used;) {
    ssize_t count = write(out, buffer + from, used - from);
    if (count < 0) fail("cannot write");
    from += count;
  }
  used = 0;
}

static inline void put(const char *start, size_t count) {
  if (count > sizeof buffer - used) {
    flush();
    while (count > sizeof buffer) {
      memcpy(buffer, start, sizeof buffer);
      used = sizeof buffer;
      flush();
      start += sizeof buffer;
      count -= sizeof buffer;
    }
  }
  memcpy(buffer + used, start, count);
  used += count;
}

#define PUT(text) put(text, sizeof text - 1)

/* The length of the character at `at`: one that is UTF-8 and that XML can hold. */
static inline int character(const unsigned char *at, const unsigned char *end) {
  int length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
  if (at[0] < 0xC2 || at[0] > 0xF4 || end - at < length) fail("text that is not UTF-8");
  for (int index = 1; index < length; index++)
    if ((at[index] & 0xC0) != 0x80) fail("text that is not UTF-8");
  if ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) || (at[0] == 0xF0 && at[1] < 0x90)
      || (at[0] == 0xF4 && at[1] > 0x8F))
    fail("text that is not UTF-8");
  if (at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE) fail("a character that XML cannot hold");
  return length;
}

/* What each ASCII byte is: 0 itself, 1 escaped or forbidden, 2 the beginning of a longer character; for IRIs 1 = not allowed. */
static unsigned char inText[256], inIRI[256];

static void prepare(void) {
  for (int byte = 0; byte < 256; byte++) inText[byte] = byte >= 0x80 ? 2 : byte < 0x20 || strchr("&<>\\", byte) ? 1 : 0;
  for (int byte = 0; byte < 256; byte++) inIRI[byte] = byte >= 0x80 ? 2 : byte <= 0x20 || strchr("<>\"{}|^`\\&", byte) ? 1 : 0;
}

static void putIRI(Text iri) {
  const char *at = iri.start;
  const char *colon = memchr(at, ':', iri.end - at);
  if (!colon || colon == at) fail("a relative IRI");
  for (const char *from = at;;) {
    while (at < iri.end && !inIRI[(unsigned char)*at]) at++;
    if (at == iri.end) return put(from, at - from);
    if (inIRI[(unsigned char)*at] == 2) {
      at += character((const unsigned char *)at, (const unsigned char *)iri.end);
      continue;
    }
    if (*at != '&') fail("an IRI with a character that IRIs may not hold");
    put(from, at - from);
    PUT("&amp;");
    from = ++at;
  }
}

/* A literal's text, with the escapes of N-Triples. */
static void putText(Text text) {
  const char *at = text.start;
  for (const char *from = at;;) {
    while (at < text.end && !inText[(unsigned char)*at]) at++;
    if (at == text.end) return put(from, at - from);
    if (inText[(unsigned char)*at] == 2) {
      at += character((const unsigned char *)at, (const unsigned char *)text.end);
      continue;
    }
    put(from, at - from);
    char byte = *at++;
    if (byte == '\\') {
      byte = *at++;
      switch (byte) {
        case 'n': PUT("\n"); break;
        case 't': PUT("\t"); break;
        case 'r': PUT("&#13;"); break;
        case '"': case '\\': put(&byte, 1); break;
        default: fail("a character that XML cannot hold");
      }
    } else if (byte == '&') PUT("&amp;");
    else if (byte == '<') PUT("&lt;");
    else if (byte == '>') PUT("&gt;");
    else fail("a character that XML cannot hold");
    from = at;
  }
}

typedef struct { Text iri; char name[200]; size_t length; } Name;
static Name names[1024], prefixes[64];
static int nameCount, prefixCount;

/* The element name of a property or class: the prefix of the declared namespace that leaves a name. */
static Name *name(Text iri) {
  size_t length = iri.end - iri.start;
  for (int index = 0; index < nameCount; index++) {
    Text known = names[index].iri;
    if ((size_t)(known.end - known.start) == length && !memcmp(known.start, iri.start, length)) return &names[index];
  }
  for (int index = 0; index < prefixCount; index++) {
    Text space = prefixes[index].iri;
    size_t size = space.end - space.start;
    if (size < length && !memcmp(space.start, iri.start, size) && !memchr(iri.start + size, '/', length - size)
        && !memchr(iri.start + size, '#', length - size)) {
      if (nameCount == 1024) fail("too many names");
      Name *made = &names[nameCount++];
      made->iri = iri;
      made->length = snprintf(made->name, sizeof made->name, "%s%s%.*s", prefixes[index].name,
        prefixes[index].length ? ":" : "", (int)(length - size), iri.start + size);
      return made;
    }
  }
  fail("a name in a namespace that the root does not declare");
  return 0;
}

/* Reads the namespaces of the root element. */
static void readPrefixes(Text root) {
  for (const char *at = root.start; (at = memmem(at, root.end - at, " xmlns", 6));) {
    at += 6;
    Name *made = &prefixes[prefixCount++];
    const char *equals = memchr(at, '=', root.end - at);
    if (*at == ':') at++;
    made->length = snprintf(made->name, sizeof made->name, "%.*s", (int)(equals - at), at);
    made->iri.start = equals + 2;
    made->iri.end = memchr(equals + 2, '"', root.end - equals - 2);
    at = made->iri.end;
  }
}

static const char type[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

static void putTriples(Text data) {
  Text subject = {0, 0};
  Name *element = 0;
  int hasProperties = 0;
  for (const char *at = data.start; at < data.end;) {
    /* <subject> <predicate> object . */
    Text here = {at + 1, memchr(at, '>', data.end - at)};
    if (*at != '<') fail("a blank node");
    Text predicate = {here.end + 3, memchr(here.end + 3, '>', data.end - here.end - 3)};
    const char *object = predicate.end + 2;
    size_t length = here.end - here.start;
    int isNew = !subject.start || (size_t)(subject.end - subject.start) != length || memcmp(subject.start, here.start, length);
    int isType = (size_t)(predicate.end - predicate.start) == sizeof type - 1 && !memcmp(predicate.start, type, sizeof type - 1);
    Text value = {object + 1, 0};
    if (*object == '<') value.end = memchr(value.start, '>', data.end - value.start);
    if (isNew) {
      if (element) {
        if (hasProperties) {
          PUT("\n  </");
          put(element->name, element->length);
          PUT(">");
        } else PUT("/>");
      }
      if (!isType) fail("a subject without a class");
      subject = here;
      element = name(value);
      hasProperties = 0;
      PUT("\n  <");
      put(element->name, element->length);
      PUT(" rdf:about=\"");
      putIRI(subject);
      PUT("\"");
      at = value.end + 4;
      continue;
    }
    if (!hasProperties) PUT(">");
    hasProperties = 1;
    Name *property = name(predicate);
    PUT("\n    <");
    put(property->name, property->length);
    if (*object == '<') {
      PUT(" rdf:resource=\"");
      putIRI(value);
      PUT("\"/>");
      at = value.end + 4;
      continue;
    }
    const char *quote = value.start;
    while (quote = memchr(quote, '"', data.end - quote), 1) {
      const char *slash = quote;
      while (slash > value.start && slash[-1] == '\\') slash--;
      if ((quote - slash) % 2 == 0) break;
      quote++;
    }
    value.end = quote;
    const char *end = quote + 1;
    if (*end == '@') {
      Text tag = {end + 1, memchr(end, ' ', data.end - end)};
      PUT(" xml:lang=\"");
      put(tag.start, tag.end - tag.start);
      PUT("\"");
      end = tag.end;
    } else if (*end == '^') {
      Text datatype = {end + 3, memchr(end, '>', data.end - end)};
      PUT(" rdf:datatype=\"");
      putIRI(datatype);
      PUT("\"");
      end = datatype.end + 1;
    }
    PUT(">");
    putText(value);
    PUT("</");
    put(property->name, property->length);
    PUT(">");
    at = end + 3;
  }
  if (element) {
    PUT("\n  </");
    put(element->name, element->length);
    PUT(">");
  }
}

int main(int count, char **words) {
  if (count != 4) fail("SORTED.nt MODEL.rdf OUT.rdf");
  Text data = map(words[1]);
  int file = open(words[2], O_RDONLY);
  static char head[1 << 16], tail[1 << 16];
  ssize_t headCount = pread(file, head, sizeof head, 0), size = lseek(file, 0, SEEK_END);
  ssize_t from = size > (ssize_t)sizeof tail ? size - (ssize_t)sizeof tail : 0, tailCount = pread(file, tail, sizeof tail, from);
  char *root = headCount > 0 ? memmem(head, headCount, "<rdf:RDF", 8) : 0;
  char *rootEnd = root ? memmem(root, head + headCount - root, ">\n", 2) : 0;
  char *rest = tailCount > 0 ? memmem(tail, tailCount, "\n  <owl:Ontology", 16) : 0;
  if (!rootEnd || !rest) fail("no root element or no ontology in the model");
  out = open(words[3], O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (out < 0) fail(words[3]);
  prepare();
  readPrefixes((Text){root, rootEnd});
  put(head, rootEnd + 1 - head);
  putTriples(data);
  put(rest, tail + tailCount - rest);
  flush();
  return close(out) ? 1 : 0;
}
