#include "CAllocator.h"

#ifdef __linux__
#include <jemalloc/jemalloc.h>

// Linkers drop libraries that nobody names.
__attribute__((used)) static int (*const named)(const char *, void *, size_t *, void *, size_t) =
    mallctl;
#endif
