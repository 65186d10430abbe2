// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <optional>
#include <string>

#include "edit/options.h"

namespace wordbrush::procedures {

/// What both procedures that ask for a picture take: prompt, references,
/// connection, model, variations, aspect-ratio, size, upload-format, stream.
void add_request_arguments(GimpProcedure* procedure);

/// What only an edit takes: area, context, overview, overview-words, align,
/// match-colors, only-changes, sensitivity, feather, spill.
void add_treatment_arguments(GimpProcedure* procedure);

/// What both give back: layers, text, report.
void add_return_values(GimpProcedure* procedure);

edit::Request read_request(GimpProcedureConfig* config);
edit::Treatment read_treatment(GimpProcedureConfig* config);

/// Which endpoint and model were asked for; empty: none was named.
struct Wish {
  std::string connection;
  std::string model;
  std::optional<bool> stream;
};

Wish read_wish(GimpProcedureConfig* config);

std::string read_string(GimpProcedureConfig* config, const char* name);

}  // namespace wordbrush::procedures
