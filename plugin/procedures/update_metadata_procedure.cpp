// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/update_metadata_procedure.h"

#include <glib/gi18n.h>

#include "host/image_source.h"
#include "host/source_tag.h"
#include "procedures/appearance.h"

namespace wordbrush::procedures {

namespace {

GimpValueArray* run_update_metadata(GimpProcedure* procedure, GimpRunMode, GimpImage* image,
                                    GimpDrawable**, GimpProcedureConfig*, gpointer) {
  host::update_image_source(image);
  auto* const values = gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
  GIMP_VALUES_SET_STRING(values, 1, host::source_tag_of(image).c_str());
  return values;
}

}  // namespace

GimpProcedure* make_update_metadata(GimpPlugIn* plug_in) {
  auto* const procedure =
      gimp_image_procedure_new(plug_in, update_metadata_name, GIMP_PDB_PROC_TYPE_PLUGIN,
                               run_update_metadata, nullptr, nullptr);
  gimp_procedure_set_image_types(procedure, "*");
  gimp_procedure_set_sensitivity_mask(procedure, GIMP_PROCEDURE_SENSITIVE_DRAWABLE |
                                                     GIMP_PROCEDURE_SENSITIVE_DRAWABLES |
                                                     GIMP_PROCEDURE_SENSITIVE_NO_DRAWABLES);
  add_to_menu(procedure, _("_Update Metadata"));
  gimp_procedure_set_documentation(
      procedure, _("Note in the image's metadata whether layers of Wordbrush are visible"),
      _("The digital source type of the metadata tells readers of an exported file that a model "
        "had a part in it. While Wordbrush's window is open, this is kept up to date; without it, "
        "call this before you export."),
      update_metadata_name);
  gimp_procedure_add_string_return_value(procedure, "digital-source-type", _("Digital source type"),
                                         _("The term's address; empty where there is none"), "",
                                         G_PARAM_READWRITE);
  return procedure;
}

}  // namespace wordbrush::procedures
