#pragma once
#include <stddef.h>

/// A file that Web/build bundled: UTF-8.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} apus_web_asset;

/// The script of the report.
apus_web_asset apus_report_script(void);
/// The style sheet of the report.
apus_web_asset apus_report_style(void);
