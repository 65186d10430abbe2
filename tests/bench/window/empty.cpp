// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a plug-in in C++ can be: an empty window, and without one nothing at all.
// What GIMP and GTK take by themselves is measured with it.
#include <libgimp/gimpui.h>

namespace {

GimpValueArray* run(GimpProcedure* procedure, GimpRunMode run_mode, GimpImage*, GimpDrawable**,
                    GimpProcedureConfig*, gpointer) {
  if (run_mode == GIMP_RUN_INTERACTIVE) {
    gimp_ui_init("empty");
    auto* const window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_title(GTK_WINDOW(window), "Empty");
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), nullptr);
    gtk_window_present(GTK_WINDOW(window));
    gtk_main();
  }
  return gimp_procedure_new_return_values(procedure, GIMP_PDB_SUCCESS, nullptr);
}

GList* query_procedures(GimpPlugIn*) {
  return g_list_append(nullptr, g_strdup("plug-in-empty-window"));
}

GimpProcedure* create_procedure(GimpPlugIn* plug_in, const gchar* name) {
  auto* const procedure =
      gimp_image_procedure_new(plug_in, name, GIMP_PDB_PROC_TYPE_PLUGIN, run, nullptr, nullptr);
  gimp_procedure_set_image_types(procedure, "*");
  gimp_procedure_set_sensitivity_mask(procedure, GIMP_PROCEDURE_SENSITIVE_ALWAYS);
  return procedure;
}

}  // namespace

struct EmptyPlugIn {
  GimpPlugIn parent_instance;
};
struct EmptyPlugInClass {
  GimpPlugInClass parent_class;
};

GType empty_plug_in_get_type();
G_DEFINE_TYPE(EmptyPlugIn, empty_plug_in, GIMP_TYPE_PLUG_IN)

static void empty_plug_in_class_init(EmptyPlugInClass* klass) {
  auto* const plug_in_class = GIMP_PLUG_IN_CLASS(klass);
  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
}

static void empty_plug_in_init(EmptyPlugIn*) {}

GIMP_MAIN(empty_plug_in_get_type())
