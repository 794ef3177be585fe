#include "CWebAssets.h"

// `#embed` is of C23, which the compiler otherwise warns of.
#pragma clang diagnostic ignored "-Wc23-extensions"

#if !__has_embed("../../Web/dist/report.js") || !__has_embed("../../Web/dist/report.css")
#error "The pages are not built: run Web/build first (./dev build does so by itself)"
#else

static const unsigned char report_script[] = {
#embed "../../Web/dist/report.js"
};

static const unsigned char report_style[] = {
#embed "../../Web/dist/report.css"
};

apus_web_asset apus_report_script(void) {
  return (apus_web_asset){report_script, sizeof report_script};
}

apus_web_asset apus_report_style(void) {
  return (apus_web_asset){report_style, sizeof report_style};
}

#endif
