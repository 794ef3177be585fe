package enum AnalysisPlaceholder {}
