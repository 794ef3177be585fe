#include "CAllocator.h"

#ifdef __linux__
#include <jemalloc/jemalloc.h>

// Where jemalloc looks for a program's options (jemalloc(3), TUNING). Two arenas, one for each
// thread: the default of four for each processor spreads the same flows over more memory.
const char *malloc_conf = "narenas:2";

// Linkers drop libraries that nobody names.
__attribute__((used)) static int (*const named)(const char *, void *, size_t *, void *, size_t) =
    mallctl;
#endif
