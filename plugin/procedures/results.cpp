// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/results.h"

#include <glib/gi18n.h>

#include <vector>

#include "edit/sentence.h"

namespace wordbrush::procedures {

namespace {

GimpValueArray* failed(GimpProcedure* procedure, GimpPDBStatusType status,
                       const std::string& message) {
  return gimp_procedure_new_return_values(
      procedure, status, g_error_new_literal(GIMP_PLUG_IN_ERROR, 0, message.c_str()));
}

/// What is shown to a person who did not ask for the report.
void show(const edit::Outcome& outcome) {
  auto* const image = gimp_image_get_by_id(outcome.inserted.image_id);
  if (outcome.inserted.landing != host::Landing::InPlace &&
      outcome.inserted.landing != host::Landing::OnTop)
    gimp_display_new(image);
  for (const edit::Warning& warning : outcome.report.warnings)
    gimp_message(warning.sentence.c_str());
}

}  // namespace

GimpValueArray* calling_error(GimpProcedure* procedure, const char* sentence) {
  return failed(procedure, GIMP_PDB_CALLING_ERROR, edit::to_message({ErrorKind::Input, sentence}));
}

GimpValueArray* to_values(GimpProcedure* procedure, GimpRunMode run_mode, const Error& error) {
  if (error.kind == ErrorKind::Cancelled)
    return gimp_procedure_new_return_values(procedure, GIMP_PDB_CANCEL, nullptr);
  return failed(
      procedure, GIMP_PDB_EXECUTION_ERROR,
      run_mode == GIMP_RUN_NONINTERACTIVE ? edit::to_message(error) : edit::to_sentence(error));
}

GimpValueArray* to_values(GimpProcedure* procedure, GimpRunMode run_mode,
                          const Result<edit::Outcome>& outcome) {
  if (!outcome) return to_values(procedure, run_mode, outcome.error());
  if (run_mode != GIMP_RUN_NONINTERACTIVE) show(*outcome);

  std::vector<GObject*> layers;
  for (const int id : outcome->inserted.layer_ids)
    layers.push_back(G_OBJECT(gimp_item_get_by_id(id)));
  layers.push_back(nullptr);
  auto* const values = gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
  GIMP_VALUES_SET_CORE_OBJECT_ARRAY(values, 1, static_cast<gconstpointer>(layers.data()));
  GIMP_VALUES_SET_STRING(values, 2, outcome->text.c_str());
  GIMP_VALUES_SET_STRING(values, 3, edit::to_json(outcome->report).c_str());
  return values;
}

}  // namespace wordbrush::procedures
