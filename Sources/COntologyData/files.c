// The Turtle files of Ontology/Data in the program's read-only data. #embed (C23) takes the compiler no time, where the same
// bytes as a Swift array took a debug build 40 s.
#include "COntologyData.h"

static const unsigned char grammar_french[] = {
#embed "../../Ontology/Data/grammar-french.ttl"
};
static const unsigned char grammar_spanish[] = {
#embed "../../Ontology/Data/grammar-spanish.ttl"
};
static const unsigned char grammar[] = {
#embed "../../Ontology/Data/grammar.ttl"
};
static const unsigned char modality[] = {
#embed "../../Ontology/Data/modality.ttl"
};
static const unsigned char norms[] = {
#embed "../../Ontology/Data/norms.ttl"
};
static const unsigned char organs[] = {
#embed "../../Ontology/Data/organs.ttl"
};
static const unsigned char principles_law[] = {
#embed "../../Ontology/Data/principles-law.ttl"
};
static const unsigned char principles_wider[] = {
#embed "../../Ontology/Data/principles-wider.ttl"
};
static const unsigned char relations[] = {
#embed "../../Ontology/Data/relations.ttl"
};
static const unsigned char states[] = {
#embed "../../Ontology/Data/states.ttl"
};
static const unsigned char verbs_commitment[] = {
#embed "../../Ontology/Data/verbs-commitment.ttl"
};
static const unsigned char verbs_directive[] = {
#embed "../../Ontology/Data/verbs-directive.ttl"
};
static const unsigned char verbs_negative[] = {
#embed "../../Ontology/Data/verbs-negative.ttl"
};
static const unsigned char verbs_neutral[] = {
#embed "../../Ontology/Data/verbs-neutral.ttl"
};
static const unsigned char verbs_positive[] = {
#embed "../../Ontology/Data/verbs-positive.ttl"
};
static const unsigned char verbs_translated[] = {
#embed "../../Ontology/Data/verbs-translated.ttl"
};
static const unsigned char vocabulary[] = {
#embed "../../Ontology/Data/vocabulary.ttl"
};

#define ONTOLOGY_FILE(name, array) {name, array, sizeof array}

static const struct OntologyFile files[] = {
    ONTOLOGY_FILE("grammar-french.ttl", grammar_french),
    ONTOLOGY_FILE("grammar-spanish.ttl", grammar_spanish),
    ONTOLOGY_FILE("grammar.ttl", grammar),
    ONTOLOGY_FILE("modality.ttl", modality),
    ONTOLOGY_FILE("norms.ttl", norms),
    ONTOLOGY_FILE("organs.ttl", organs),
    ONTOLOGY_FILE("principles-law.ttl", principles_law),
    ONTOLOGY_FILE("principles-wider.ttl", principles_wider),
    ONTOLOGY_FILE("relations.ttl", relations),
    ONTOLOGY_FILE("states.ttl", states),
    ONTOLOGY_FILE("verbs-commitment.ttl", verbs_commitment),
    ONTOLOGY_FILE("verbs-directive.ttl", verbs_directive),
    ONTOLOGY_FILE("verbs-negative.ttl", verbs_negative),
    ONTOLOGY_FILE("verbs-neutral.ttl", verbs_neutral),
    ONTOLOGY_FILE("verbs-positive.ttl", verbs_positive),
    ONTOLOGY_FILE("verbs-translated.ttl", verbs_translated),
    ONTOLOGY_FILE("vocabulary.ttl", vocabulary),
};

const struct OntologyFile *const ontologyFiles = files;
const size_t ontologyFileCount = sizeof files / sizeof files[0];
