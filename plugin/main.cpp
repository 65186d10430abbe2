// SPDX-License-Identifier: GPL-3.0-or-later
// The plug-in as GIMP sees it.
#include <libgimp/gimp.h>

#include <initializer_list>

#include "procedures/connections_procedure.h"
#include "procedures/models_procedure.h"
#include "procedures/picture_procedures.h"
#include "procedures/recover_procedure.h"
#include "procedures/update_metadata_procedure.h"

namespace {

using wordbrush::procedures::connections_name;
using wordbrush::procedures::edit_name;
using wordbrush::procedures::generate_name;
using wordbrush::procedures::models_name;
using wordbrush::procedures::recover_name;
using wordbrush::procedures::update_metadata_name;

GList* query_procedures(GimpPlugIn*) {
  GList* names = nullptr;
  for (const char* const name : {edit_name, generate_name, recover_name, update_metadata_name,
                                 connections_name, models_name})
    names = g_list_append(names, g_strdup(name));
  return names;
}

GimpProcedure* create_procedure(GimpPlugIn* plug_in, const gchar* name) {
  if (g_str_equal(name, edit_name)) return wordbrush::procedures::make_edit(plug_in);
  if (g_str_equal(name, generate_name)) return wordbrush::procedures::make_generate(plug_in);
  if (g_str_equal(name, recover_name)) return wordbrush::procedures::make_recover(plug_in);
  if (g_str_equal(name, update_metadata_name))
    return wordbrush::procedures::make_update_metadata(plug_in);
  if (g_str_equal(name, connections_name)) return wordbrush::procedures::make_connections(plug_in);
  if (g_str_equal(name, models_name)) return wordbrush::procedures::make_models(plug_in);
  return nullptr;
}

}  // namespace

// GObject's macros want C names outside of a namespace.
struct WordbrushPlugIn {
  GimpPlugIn parent_instance;
};
struct WordbrushPlugInClass {
  GimpPlugInClass parent_class;
};

GType wordbrush_plug_in_get_type();
G_DEFINE_TYPE(WordbrushPlugIn, wordbrush_plug_in, GIMP_TYPE_PLUG_IN)

static void wordbrush_plug_in_class_init(WordbrushPlugInClass* klass) {
  auto* const plug_in_class = GIMP_PLUG_IN_CLASS(klass);
  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
}

static void wordbrush_plug_in_init(WordbrushPlugIn*) {}

namespace {

/// babl would measure lookup tables before its first conversion: 0.3 s and 256 MiB
/// in each process, for conversions that an edit makes once. It reads the setting
/// when GIMP's library starts, so before main().
[[maybe_unused]] const bool no_lookup_tables = g_setenv("BABL_LUT", "0", FALSE) != FALSE;

}  // namespace

int main(int argc, char* argv[]) {
  if (argc == 2 && g_str_equal(argv[1], "--version")) {
    g_print("Wordbrush %s\n", WORDBRUSH_VERSION);
    return 0;
  }
  return gimp_main(wordbrush_plug_in_get_type(), argc, argv);
}
