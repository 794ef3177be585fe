#pragma once
#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

// `inflateInit2` is a macro, which Swift cannot import. 32 asks zlib to detect gzip or zlib.
static inline int apus_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
static inline int apus_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
// Without a header: the deflate data alone.
static inline int apus_deflate_raw_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
