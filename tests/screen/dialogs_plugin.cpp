// SPDX-License-Identifier: GPL-3.0-or-later
// A plug-in that shows the windows of ui/ one at a time, for the tests here: each
// procedure is one window, and nothing goes over a wire.
#include <libgimp/gimpui.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/glib_ptr.h"
#include "settings/connection_store.h"
#include "settings/key_store.h"
#include "ui/connections_dialog.h"
#include "ui/edit_dialog.h"
#include "ui/host_notice.h"
#include "ui/progress_window.h"

namespace {

using namespace wordbrush;

constexpr const char* edit_name = "plug-in-dialogs-edit";
constexpr const char* generate_name = "plug-in-dialogs-generate";
constexpr const char* progress_name = "plug-in-dialogs-progress";
constexpr const char* connections_name = "plug-in-dialogs-connections";
constexpr const char* notice_name = "plug-in-dialogs-notice";

std::filesystem::path folder() {
  return std::filesystem::path(gimp_directory()) / "wordbrush";
}

GimpValueArray* to_values(GimpProcedure* procedure, bool is_done) {
  return gimp_procedure_new_return_values(procedure, is_done ? GIMP_PDB_SUCCESS : GIMP_PDB_CANCEL,
                                          nullptr);
}

bool show_picture_dialog(GimpProcedure* procedure, GimpProcedureConfig* config) {
  const settings::ConnectionStore store(folder());
  ui::EditDialogContent content{
      .last_prompt = "make the sky orange",
      .connections = store.load().value_or(std::vector{settings::offline_demo()}),
      .chosen = store.chosen().value_or(settings::offline_demo().name),
      .demo_help =
          "It understands: black and white, sepia, warmer, cooler, invert, brighter, "
          "darker, blur, sharpen, night, flip.",
      .waiting = "An answer is kept.",
      .more = {"size", "align", "feather", "context"}};
  if (std::string(gimp_procedure_get_name(procedure)) == generate_name) {
    content.task = ui::EditDialogContent::Task::Generate;
    content.last_prompt.clear();
    content.waiting.clear();
  }
  if (!ui::run_edit_dialog(procedure, config, content)) return false;
  for (const char* name : {"prompt", "connection", "model", "area"}) {
    if (g_object_class_find_property(G_OBJECT_GET_CLASS(config), name) == nullptr) continue;
    gchar* text = nullptr;
    g_object_get(config, name, &text, nullptr);
    const GCharPtr owned(text);
    g_print("%s=%s\n", name, text);
  }
  return true;
}

void show_progress() {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  std::unique_ptr<ui::ProgressWindow> window;
  window = std::make_unique<ui::ProgressWindow>("Edit with Words", [&] {
    window.reset();
    g_print("cancelled\n");
    g_main_loop_quit(loop.get());
  });
  window->set_stage("Waiting for the answer...");
  window->set_fraction(0.25);
  window->set_fraction(std::nullopt);
  window->set_words(
      "I will turn the sky into a warm orange sunset and keep everything else as it is. The "
      "buildings stay in place, their windows catch a little of the light, and the street in front "
      "stays dark. The people keep their colors. Here is the picture.");
  g_main_loop_run(loop.get());
}

void check(const settings::Connection& connection, const std::optional<std::string>& key,
           const edit::ConnectionCheckEvents& events) {
  g_print("check %s key=%s\n", connection.name.c_str(), key ? "yes" : "no");
  if (connection.base_url.contains("bad"))
    return events.on_models(fail(ErrorKind::Auth, "Incorrect API key provided."));
  events.on_models(std::vector<protocol::ModelOffer>{
      {.name = "gemini-3-pro-image-preview", .makes_pictures = true},
      {.name = "painter-2", .makes_pictures = true},
      {.name = "words-only"}});
  events.on_balance({.granted = 10, .used = 2.5});
}

void show_connections() {
  settings::ConnectionStore store(folder());
  settings::KeyStore keys(folder());
  const auto host_of = [](std::string_view url) -> Result<std::string> {
    const auto start = url.find("://");
    if (start == std::string_view::npos) return fail(ErrorKind::Input, "This is no address.");
    const auto host = url.substr(start + 3);
    return std::string(host.substr(0, host.find('/')));
  };
  const auto shown = ui::run_connections_dialog(
      store, keys,
      {.host_of = host_of,
       .check = check,
       .choices = {.dialects = {{"", "What its address shows"}, {"gemini", "Gemini"}},
                   .size_fields = {{"", "As is usual there"}, {"flat", "In fields"}}}});
  g_print("connections closed: %s\n", shown ? "well" : shown.error().detail.c_str());
}

void show_notice() {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  std::optional<ui::HostNotice> notice;
  notice.emplace(
      nullptr,
      ui::Leaving{
          .host = "api.example.com", .model = "painter-2", .pictures = {{1024, 768}, {512, 384}}},
      [&](bool sends) {
        notice.reset();
        g_print("sends: %s\n", sends ? "yes" : "no");
        g_main_loop_quit(loop.get());
      });
  g_main_loop_run(loop.get());
}

GimpValueArray* run(GimpProcedure* procedure, GimpProcedureConfig* config, gpointer) {
  gimp_ui_init("dialogs");
  const std::string name = gimp_procedure_get_name(procedure);
  if (name == progress_name)
    show_progress();
  else if (name == connections_name)
    show_connections();
  else if (name == notice_name)
    show_notice();
  else
    return to_values(procedure, show_picture_dialog(procedure, config));
  return to_values(procedure, true);
}

void add_arguments(GimpProcedure* procedure, bool is_edit) {
  constexpr auto saved = G_PARAM_READWRITE;
  constexpr auto personal = GParamFlags(G_PARAM_READWRITE | GIMP_PARAM_DONT_SERIALIZE);
  gimp_procedure_add_string_argument(procedure, "prompt", "_Prompt", "Prompt", "", personal);
  gimp_procedure_add_string_argument(procedure, "connection", "Co_nnection", "Which endpoint", "",
                                     personal);
  gimp_procedure_add_string_argument(procedure, "model", "_Model", "Which model", "", personal);
  if (is_edit)
    gimp_procedure_add_choice_argument(
        procedure, "area", "_Area", "What is sent",
        gimp_choice_new_with_values("auto", 0, "Selection or layer", nullptr, "layer", 1, "Layer",
                                    nullptr, "visible", 2, "What is visible", nullptr, nullptr),
        "auto", saved);
  gimp_procedure_add_int_argument(procedure, "variations", "_Variations", "How many", 1, 4, 1,
                                  saved);
  gimp_procedure_add_string_argument(procedure, "size", "Si_ze", "Size", "", saved);
  gimp_procedure_add_boolean_argument(procedure, "align", "Ali_gn", "Align", TRUE, saved);
  gimp_procedure_add_int_argument(procedure, "feather", "_Feather", "Feather", 0, 100, 0, saved);
  gimp_procedure_add_double_argument(procedure, "context", "Conte_xt", "Context", 0, 100, 10,
                                     saved);
}

GList* query_procedures(GimpPlugIn*) {
  GList* names = nullptr;
  for (const char* name : {edit_name, generate_name, progress_name, connections_name, notice_name})
    names = g_list_append(names, g_strdup(name));
  return names;
}

GimpProcedure* create_procedure(GimpPlugIn* plug_in, const gchar* name) {
  auto* const procedure =
      gimp_procedure_new(plug_in, name, GIMP_PDB_PROC_TYPE_PLUGIN, run, nullptr, nullptr);
  gimp_procedure_set_documentation(procedure, "Shows a window", nullptr, nullptr);
  gimp_procedure_add_enum_argument(procedure, "run-mode", "Run mode", "The run mode",
                                   GIMP_TYPE_RUN_MODE, GIMP_RUN_INTERACTIVE, G_PARAM_READWRITE);
  const bool is_edit = std::string(name) == edit_name;
  if (is_edit || std::string(name) == generate_name) add_arguments(procedure, is_edit);
  return procedure;
}

}  // namespace

struct DialogsPlugIn {
  GimpPlugIn parent_instance;
};
struct DialogsPlugInClass {
  GimpPlugInClass parent_class;
};

GType dialogs_plug_in_get_type();
G_DEFINE_TYPE(DialogsPlugIn, dialogs_plug_in, GIMP_TYPE_PLUG_IN)

static void dialogs_plug_in_class_init(DialogsPlugInClass* klass) {
  auto* const plug_in_class = GIMP_PLUG_IN_CLASS(klass);
  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
}

static void dialogs_plug_in_init(DialogsPlugIn*) {}

GIMP_MAIN(dialogs_plug_in_get_type())
