// What sixty-four bytes are, all at once. In C because Swift's vectors have no way to gather a bit of each element.
#pragma once
#include <stdint.h>
#include <string.h>

/// A bit for every byte, the first one's lowest.
typedef struct {
  /// Letters of ASCII.
  uint64_t letters;
  /// All but the blank.
  uint64_t signs;
} ByteMasks;

typedef signed char ByteVector __attribute__((vector_size(16)));
typedef unsigned char UnsignedVector __attribute__((vector_size(16)));

/// The highest bit of each of sixteen bytes.
static inline uint64_t byteVectorBits(ByteVector bytes) {
#if defined(__SSE2__)
  return (uint16_t)__builtin_ia32_pmovmskb128((__attribute__((vector_size(16))) char)bytes);
#else  // on little-endian machines
  uint64_t halves[2];
  memcpy(halves, &bytes, 16);
  uint64_t bits = 0;
  for (int half = 0; half < 2; half++)
    bits |= (((halves[half] >> 7 & 0x0101010101010101) * 0x0102040810204080) >> 56) << 8 * half;
  return bits;
#endif
}

/// The masks of the sixty-four bytes at `bytes`.
static inline ByteMasks byteMasks(const uint8_t *_Nonnull bytes) {
  ByteMasks masks = {0, 0};
  for (int part = 0; part < 4; part++) {
    ByteVector sixteen;
    memcpy(&sixteen, bytes + 16 * part, 16);
    // As signed numbers, the letters in small case are the 26 smallest.
    ByteVector places = (ByteVector)((UnsignedVector)(sixteen | 0x20) - (unsigned char)('a' + 128));
    masks.letters |= byteVectorBits((ByteVector)(places < (signed char)(26 - 128))) << 16 * part;
    masks.signs |= byteVectorBits((ByteVector)(sixteen != ' ')) << 16 * part;
  }
  return masks;
}
