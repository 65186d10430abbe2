// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/recover_procedure.h"

#include <glib/gi18n.h>

#include "edit/recover.h"
#include "host/gimp_canvas.h"
#include "procedures/appearance.h"
#include "procedures/arguments.h"
#include "procedures/endpoints.h"
#include "procedures/results.h"

namespace wordbrush::procedures {

namespace {

constexpr const char* only_this_image_name = "only-this-image";

GimpValueArray* run_recover(GimpProcedure* procedure, GimpRunMode run_mode, GimpImage* image,
                            GimpDrawable** drawables, GimpProcedureConfig* config, gpointer) {
  gboolean only_this_image = FALSE;
  g_object_get(config, only_this_image_name, &only_this_image, nullptr);
  GimpDrawable* const first = drawables == nullptr ? nullptr : drawables[0];
  const auto canvas =
      image == nullptr ? host::make_gimp_canvas() : host::make_gimp_canvas(image, first);
  const edit::Spool of_scripts(spool_folder());
  edit::set_inserted_aside(of_scripts, *canvas);
  // What the window made of an image that was never saved is not found by it any more.
  const bool is_of_script = edit::warning_of_waiting(of_scripts).has_value();
  const edit::Spool spool(is_of_script ? spool_folder() : results_folder());
  return to_values(procedure, run_mode,
                   edit::recover_last(spool, *canvas, only_this_image != FALSE, keeps_recipes()));
}

}  // namespace

GimpProcedure* make_recover(GimpPlugIn* plug_in) {
  auto* const procedure = gimp_image_procedure_new(plug_in, recover_name, GIMP_PDB_PROC_TYPE_PLUGIN,
                                                   run_recover, nullptr, nullptr);
  gimp_procedure_set_image_types(procedure, "*");
  gimp_procedure_set_sensitivity_mask(procedure, GIMP_PROCEDURE_SENSITIVE_ALWAYS);
  add_to_menu(procedure, _("_Recover Last Result"));
  gimp_procedure_set_documentation(
      procedure, _("Insert the last answer that was paid for but not inserted"),
      _("An answer is kept on the disk until it stands in an image. This inserts it after all, "
        "as a new layer of the open image, or as a new image where none is open."),
      recover_name);
  gimp_procedure_add_boolean_argument(
      procedure, only_this_image_name, _("_Only this image"),
      _("Leave alone what was made of another file than this image's"), FALSE, G_PARAM_READWRITE);
  add_return_values(procedure);
  return procedure;
}

}  // namespace wordbrush::procedures
