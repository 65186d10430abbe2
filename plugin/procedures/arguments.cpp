// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/arguments.h"

#include <glib/gi18n.h>

#include <charconv>

#include "base/glib_ptr.h"

namespace wordbrush::procedures {

namespace {

/// GIMP writes a procedure's arguments into a parasite of the image. What is
/// personal must not leave with the user's file.
constexpr auto personal_argument =
    static_cast<GParamFlags>(G_PARAM_READWRITE | GIMP_PARAM_DONT_SERIALIZE);
constexpr GParamFlags saved_argument = G_PARAM_READWRITE;

constexpr double default_context_percent = 10;
constexpr double max_context_percent = 100;
constexpr int max_edge_pixels = 1000;
constexpr double percent = 100;
/// For the model, so it is not translated.
constexpr auto overview_words =
    "Picture 1 is the one to change and to give back; the last picture only shows where it lies "
    "in the whole image, within the red frame.";

/// How a choice stands in the procedure's config, by its id.
enum class StreamChoice { AsConnection, On, Off };

GimpChoice* area_choice() {
  using host::Area;
  return gimp_choice_new_with_values(
      "auto", static_cast<int>(Area::Auto), _("Selection or layer"),
      _("The selected part of the current layer, or all of it where nothing is selected"),
      "selection", static_cast<int>(Area::Selection), _("Selection"),
      _("The selected part of the current layer"), "layer", static_cast<int>(Area::Layer),
      _("Layer"), _("The whole current layer"), "visible", static_cast<int>(Area::Visible),
      _("What is visible"), _("The whole image as it looks"), nullptr);
}

GimpChoice* upload_choice() {
  using edit::UploadFormat;
  return gimp_choice_new_with_values(
      "auto", static_cast<int>(UploadFormat::Auto), _("Automatic"),
      _("JPEG, or PNG where there is transparency"), "png", static_cast<int>(UploadFormat::Png),
      _("PNG"), _("Every pixel exactly as it is"), "jpeg", static_cast<int>(UploadFormat::Jpeg),
      _("JPEG"), _("Smaller; transparency becomes white"), nullptr);
}

GimpChoice* stream_choice() {
  return gimp_choice_new_with_values(
      "auto", static_cast<int>(StreamChoice::AsConnection), _("As set in the connection"), nullptr,
      "on", static_cast<int>(StreamChoice::On), _("On"), _("The answer comes piece by piece"),
      "off", static_cast<int>(StreamChoice::Off), _("Off"), _("The answer comes at its end"),
      nullptr);
}

template <class Enum>
Enum read_choice(GimpProcedureConfig* config, const char* name) {
  return static_cast<Enum>(gimp_procedure_config_get_choice_id(config, name));
}

int read_int(GimpProcedureConfig* config, const char* name) {
  gint value = 0;
  g_object_get(config, name, &value, nullptr);
  return value;
}

double read_double(GimpProcedureConfig* config, const char* name) {
  gdouble value = 0;
  g_object_get(config, name, &value, nullptr);
  return value;
}

bool read_bool(GimpProcedureConfig* config, const char* name) {
  gboolean value = FALSE;
  g_object_get(config, name, &value, nullptr);
  return value != FALSE;
}

/// The numbers in `text`, whatever stands between them.
std::vector<int> read_numbers(const std::string& text) {
  std::vector<int> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    int number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc{}) numbers.push_back(number);
    at = next == at ? at + 1 : next;
  }
  return numbers;
}

}  // namespace

void add_request_arguments(GimpProcedure* procedure) {
  gimp_procedure_add_string_argument(procedure, "prompt", _("_Prompt"),
                                     _("What should be done, in words"), "", personal_argument);
  // A text, since GIMP 3.0 refuses an empty array of layers, and Python cannot give
  // it an array of numbers.
  gimp_procedure_add_string_argument(
      procedure, "references", _("References"),
      _("The IDs of layers that are sent along for the model to look at, such as 12, 15"), "",
      personal_argument);
  gimp_procedure_add_string_argument(
      procedure, "connection", _("C_onnection"),
      _("The name of a saved connection, or the address of a service; empty for the one in use"),
      "", personal_argument);
  gimp_procedure_add_string_argument(procedure, "model", _("Mo_del"),
                                     _("The model's name; empty for the connection's own"), "",
                                     personal_argument);
  gimp_procedure_add_int_argument(procedure, "variations", _("_Variations"),
                                  _("How many results to ask for at once; each one is paid for"), 1,
                                  edit::Request::max_variations, 1, saved_argument);
  gimp_procedure_add_string_argument(
      procedure, "aspect-ratio", _("Aspec_t ratio"),
      _("The shape to ask for, such as 16:9; empty leaves it to the model"), "", saved_argument);
  gimp_procedure_add_string_argument(
      procedure, "size", _("Si_ze"),
      _("The size to ask for, such as 1K, 2K or 4K; empty leaves it to the model"), "",
      saved_argument);
  gimp_procedure_add_choice_argument(procedure, "upload-format", _("_Upload format"),
                                     _("How the picture is sent"), upload_choice(), "auto",
                                     saved_argument);
  gimp_procedure_add_choice_argument(procedure, "stream", _("Streami_ng"),
                                     _("Whether the answer comes piece by piece"), stream_choice(),
                                     "auto", saved_argument);
}

void add_treatment_arguments(GimpProcedure* procedure) {
  gimp_procedure_add_choice_argument(procedure, "area", _("_Area"), _("What is sent"),
                                     area_choice(), "auto", saved_argument);
  gimp_procedure_add_double_argument(
      procedure, "context", _("Conte_xt"),
      _("How much around the selection is sent with it, in percent of the selection's diagonal"), 0,
      max_context_percent, default_context_percent, saved_argument);
  gimp_procedure_add_boolean_argument(
      procedure, "overview", _("Overview"),
      _("Send a small picture of the whole layer too where only a small part of it is sent, so "
        "that the model knows what it is part of"),
      TRUE, saved_argument);
  gimp_procedure_add_string_argument(procedure, "overview-words", _("Words for the overview"),
                                     _("What the model is told of the overview, after the prompt"),
                                     overview_words, saved_argument);
  gimp_procedure_add_boolean_argument(
      procedure, "align", _("Al_ign"),
      _("Move the result back where it belongs when the model has shifted or scaled it"), TRUE,
      saved_argument);
  gimp_procedure_add_boolean_argument(procedure, "match-colors", _("Matc_h colors"),
                                      _("Bring the colors of the result back to those around it"),
                                      TRUE, saved_argument);
  gimp_procedure_add_boolean_argument(procedure, "only-changes", _("Only chan_ges"),
                                      _("Keep the original where the model has changed nothing"),
                                      TRUE, saved_argument);
  gimp_procedure_add_double_argument(
      procedure, "sensitivity", _("Sensitivit_y"),
      _("How small a difference counts as a change, from 0 (only large ones) to 1"), 0, 1, 0.5,
      saved_argument);
  gimp_procedure_add_int_argument(procedure, "feather", _("_Feather"),
                                  _("Soft edge inside the selection, in pixels"), 0,
                                  max_edge_pixels, 0, saved_argument);
  gimp_procedure_add_int_argument(procedure, "spill", _("S_pill"),
                                  _("How far the result may reach out of the selection, in pixels"),
                                  0, max_edge_pixels, 0, saved_argument);
}

void add_return_values(GimpProcedure* procedure) {
  gimp_procedure_add_core_object_array_return_value(procedure, "layers", _("Layers"),
                                                    _("The layers that were made"), GIMP_TYPE_LAYER,
                                                    saved_argument);
  gimp_procedure_add_string_return_value(procedure, "text", _("Text"), _("What the model said"), "",
                                         saved_argument);
  gimp_procedure_add_string_return_value(
      procedure, "report", _("Report"),
      _("What was sent and received, how it was made to fit, and warnings, as JSON"), "",
      saved_argument);
}

std::string read_string(GimpProcedureConfig* config, const char* name) {
  gchar* value = nullptr;
  g_object_get(config, name, &value, nullptr);
  const GCharPtr owned(value);
  return owned ? owned.get() : "";
}

edit::Request read_request(GimpProcedureConfig* config) {
  edit::Request request{
      .prompt = read_string(config, "prompt"),
      .aspect_ratio = read_string(config, "aspect-ratio"),
      .size = read_string(config, "size"),
      .variations = read_int(config, "variations"),
      .upload = {.format = read_choice<edit::UploadFormat>(config, "upload-format")},
  };
  for (const int layer_id : read_numbers(read_string(config, "references")))
    request.references.push_back({.layer_id = layer_id});
  return request;
}

edit::Treatment read_treatment(GimpProcedureConfig* config) {
  return {
      .area = read_choice<host::Area>(config, "area"),
      .context = read_double(config, "context") / percent,
      .overview = read_bool(config, "overview"),
      .overview_words = read_string(config, "overview-words"),
      .align = read_bool(config, "align"),
      .match_colors = read_bool(config, "match-colors"),
      .only_changes = read_bool(config, "only-changes"),
      .sensitivity = read_double(config, "sensitivity"),
      .feather = read_int(config, "feather"),
      .spill = read_int(config, "spill"),
  };
}

Wish read_wish(GimpProcedureConfig* config) {
  Wish wish{.connection = read_string(config, "connection"), .model = read_string(config, "model")};
  const auto stream = read_choice<StreamChoice>(config, "stream");
  if (stream != StreamChoice::AsConnection) wish.stream = stream == StreamChoice::On;
  return wish;
}

}  // namespace wordbrush::procedures
