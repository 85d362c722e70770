#include "CLibXML2.h"

#include "lazy_library.h"

#if LIBXML_VERSION >= 21400
static const char *const libraries[] = {"libxml2.so.16", nullptr};
#else
static const char *const libraries[] = {"libxml2.so.2", nullptr};
#endif

// Documents
DOOR(htmlDocPtr, htmlReadMemory, (const char *bytes, int count, const char *url, const char *encoding, int options),
     (bytes, count, url, encoding, options))
DOOR(xmlDocPtr, xmlCtxtReadMemory,
     (xmlParserCtxtPtr parser, const char *bytes, int count, const char *url, const char *encoding, int options),
     (parser, bytes, count, url, encoding, options))
DOOR(xmlDocPtr, xmlCtxtReadIO,
     (xmlParserCtxtPtr parser, xmlInputReadCallback read, xmlInputCloseCallback close, void *source, const char *url,
      const char *encoding, int options),
     (parser, read, close, source, url, encoding, options))
DOOR(xmlParserCtxtPtr, xmlNewParserCtxt, (void), ())
DOOR(void, xmlFreeParserCtxt, (xmlParserCtxtPtr parser), (parser))
DOOR(void, xmlStopParser, (xmlParserCtxtPtr parser), (parser))
DOOR(long, xmlByteConsumed, (xmlParserCtxtPtr parser), (parser))
DOOR(xmlNodePtr, xmlDocGetRootElement, (const xmlDoc *document), (document))
DOOR(void, xmlFreeDoc, (xmlDocPtr document), (document))
DOOR(xmlEntityPtr, xmlGetDocEntity, (const xmlDoc *document, const xmlChar *name), (document, name))

// What the parser does by default, to be called from a handler of our own
DOOR(void, xmlSAX2StartDocument, (void *parser), (parser))
DOOR(void, xmlSAX2InternalSubset,
     (void *parser, const xmlChar *name, const xmlChar *external, const xmlChar *system), (parser, name, external, system))
DOOR(void, xmlSAX2EntityDecl,
     (void *parser, const xmlChar *name, int type, const xmlChar *public, const xmlChar *system, xmlChar *content),
     (parser, name, type, public, system, content))
DOOR(xmlEntityPtr, xmlSAX2GetEntity, (void *parser, const xmlChar *name), (parser, name))

// Text
DOOR(int, xmlGetUTF8Char, (const unsigned char *bytes, int *count), (bytes, count))
DOOR(int, xmlValidateNCName, (const xmlChar *name, int space), (name, space))
DOOR(int, xmlValidateQName, (const xmlChar *name, int space), (name, space))

// Writing
DOOR(xmlOutputBufferPtr, xmlOutputBufferCreateIO,
     (xmlOutputWriteCallback write, xmlOutputCloseCallback close, void *target, xmlCharEncodingHandlerPtr encoder),
     (write, close, target, encoder))
DOOR(int, xmlOutputBufferClose, (xmlOutputBufferPtr output), (output))
DOOR(xmlTextWriterPtr, xmlNewTextWriter, (xmlOutputBufferPtr output), (output))
DOOR(void, xmlFreeTextWriter, (xmlTextWriterPtr writer), (writer))
DOOR(int, xmlTextWriterStartDocument,
     (xmlTextWriterPtr writer, const char *version, const char *encoding, const char *standalone),
     (writer, version, encoding, standalone))
DOOR(int, xmlTextWriterEndDocument, (xmlTextWriterPtr writer), (writer))
DOOR(int, xmlTextWriterStartElement, (xmlTextWriterPtr writer, const xmlChar *name), (writer, name))
DOOR(int, xmlTextWriterEndElement, (xmlTextWriterPtr writer), (writer))
DOOR(int, xmlTextWriterWriteAttribute, (xmlTextWriterPtr writer, const xmlChar *name, const xmlChar *text),
     (writer, name, text))
DOOR(int, xmlTextWriterWriteString, (xmlTextWriterPtr writer, const xmlChar *text), (writer, text))
DOOR(int, xmlTextWriterWriteRaw, (xmlTextWriterPtr writer, const xmlChar *text), (writer, text))
DOOR(int, xmlTextWriterWriteRawLen, (xmlTextWriterPtr writer, const xmlChar *text, int count), (writer, text, count))
DOOR(int, xmlTextWriterFlush, (xmlTextWriterPtr writer), (writer))
