// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/test_plug_in.h"

#include <libgimp/gimpui.h>

#include <algorithm>
#include <string_view>

namespace {

GimpValueArray* run(GimpProcedure* procedure, GimpProcedureConfig*, gpointer) {
  gimp_ui_init(test_plug_in.program);
  if (g_getenv("WORDBRUSH_RIGHT_TO_LEFT") != nullptr)
    gtk_widget_set_default_direction(GTK_TEXT_DIR_RTL);
  const std::string_view name = gimp_procedure_get_name(procedure);
  std::ranges::find(test_plug_in.windows, name, &TestWindow::procedure)->show();
  return gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
}

GList* query_procedures(GimpPlugIn*) {
  GList* names = nullptr;
  for (const TestWindow& window : test_plug_in.windows)
    names = g_list_append(names, g_strdup(window.procedure));
  return names;
}

GimpProcedure* create_procedure(GimpPlugIn* plug_in, const gchar* name) {
  auto* const procedure =
      gimp_procedure_new(plug_in, name, GIMP_PDB_PROC_TYPE_PLUGIN, run, nullptr, nullptr);
  gimp_procedure_set_documentation(procedure, "Shows a window", nullptr, nullptr);
  gimp_procedure_add_enum_argument(procedure, "run-mode", "Run mode", "The run mode",
                                   GIMP_TYPE_RUN_MODE, GIMP_RUN_INTERACTIVE, G_PARAM_READWRITE);
  return procedure;
}

}  // namespace

struct ScreenPlugIn {
  GimpPlugIn parent_instance;
};
struct ScreenPlugInClass {
  GimpPlugInClass parent_class;
};

GType screen_plug_in_get_type();
G_DEFINE_TYPE(ScreenPlugIn, screen_plug_in, GIMP_TYPE_PLUG_IN)

static void screen_plug_in_class_init(ScreenPlugInClass* klass) {
  auto* const plug_in_class = GIMP_PLUG_IN_CLASS(klass);
  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
}

static void screen_plug_in_init(ScreenPlugIn*) {}

GIMP_MAIN(screen_plug_in_get_type())
