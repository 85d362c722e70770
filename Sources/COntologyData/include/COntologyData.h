#ifndef STEMMA_ONTOLOGY_DATA_H
#define STEMMA_ONTOLOGY_DATA_H

#include <stddef.h>

/// A file of Ontology/Data as it was when the program was built.
struct OntologyFile {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// Every file, in the order of the names.
extern const struct OntologyFile *const ontologyFiles;
extern const size_t ontologyFileCount;

#endif
