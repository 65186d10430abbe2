// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/picture_procedures.h"

#include <glib/gi18n.h>

#include <functional>
#include <optional>
#include <utility>

#include "edit/recover.h"
#include "host/gimp_canvas.h"
#include "procedures/appearance.h"
#include "procedures/arguments.h"
#include "procedures/endpoints.h"
#include "procedures/interactive.h"
#include "procedures/job_loop.h"
#include "procedures/recipe_call.h"
#include "procedures/results.h"
#include "procedures/window_session.h"
#include "settings/prompt_history.h"

namespace wordbrush::procedures {

namespace {

/// Whom a procedure was called for.
struct Call {
  GimpProcedure* procedure;
  GimpRunMode run_mode;
  GimpImage* image;        ///< null: none is open
  GimpDrawable* drawable;  ///< null: none is selected
  GimpProcedureConfig* config;
};

/// Shows the window; it makes what the user wants by itself, and GIMP is not to keep the
/// arguments of this call, not even for "Repeat".
GimpValueArray* show_window(const Call& call, bool is_edit) {
  auto shown = start_ui();
  if (shown) shown = run_window({call.procedure, is_edit, call.image, call.drawable});
  if (!shown) return to_values(call.procedure, call.run_mode, shown.error());
  return gimp_procedure_new_return_values(call.procedure, GIMP_PDB_CANCEL, nullptr);
}

std::unique_ptr<host::Canvas> canvas_for(const Call& call, std::optional<host::Selected> selected) {
  return call.image == nullptr
             ? host::make_gimp_canvas()
             : host::make_gimp_canvas(call.image, call.drawable, std::move(selected));
}

/// What a script is told of earlier answers; a person read it in the dialog.
void tell_of_waiting(const Call& call, const std::optional<edit::Warning>& waiting,
                     Result<edit::Outcome>& outcome) {
  if (call.run_mode == GIMP_RUN_NONINTERACTIVE && waiting && outcome)
    outcome->report.warnings.push_back(*waiting);
}

using MakeJob = std::function<edit::Job(SoupSession*, host::Canvas&, const Wanted&, edit::Route,
                                        edit::JobEvents)>;

/// Runs the job that `make` makes, and tells of it.
GimpValueArray* make_layers(const Call& call, bool is_edit, const MakeJob& make) {
  Endpoints endpoints;
  auto wanted = read_wanted(call.config, is_edit, call.image, endpoints.connections());
  if (!wanted) return to_values(call.procedure, call.run_mode, wanted.error());
  wanted->request.keeps_recipe = keeps_recipes();
  edit::Spool spool(spool_folder());
  const auto canvas = canvas_for(call, std::move(wanted->selected));
  edit::set_inserted_aside(spool, *canvas);
  const auto waiting = edit::warning_of_waiting(spool);
  auto outcome = run_job(endpoints, wanted->wish,
                         [&](SoupSession* session, edit::Route route, edit::JobEvents events) {
                           auto job =
                               make(session, *canvas, *wanted, std::move(route), std::move(events));
                           job.keep_in(spool);
                           return job;
                         });
  tell_of_waiting(call, waiting, outcome);
  return to_values(call.procedure, call.run_mode, outcome);
}

GimpValueArray* edit_with_words(const Call& call) {
  return make_layers(call, true,
                     [](SoupSession* session, host::Canvas& canvas, const Wanted& wanted,
                        edit::Route route, edit::JobEvents events) {
                       return edit::Job::edit(session, canvas, wanted.request, wanted.treatment,
                                              std::move(route), std::move(events));
                     });
}

GimpValueArray* generate_layer(const Call& call) {
  return make_layers(call, false,
                     [](SoupSession* session, host::Canvas& canvas, const Wanted& wanted,
                        edit::Route route, edit::JobEvents events) {
                       return edit::Job::generate(session, canvas, wanted.request, std::move(route),
                                                  std::move(events));
                     });
}

std::size_t count(GimpDrawable** drawables) {
  return gimp_core_object_array_get_length(reinterpret_cast<GObject**>(drawables));
}

GimpValueArray* run_edit(GimpProcedure* procedure, GimpRunMode run_mode, GimpImage* image,
                         GimpDrawable** drawables, GimpProcedureConfig* config, gpointer) {
  const bool visible = read_treatment(config).area == host::Area::Visible;
  const std::size_t selected = count(drawables);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    return show_window({.procedure = procedure,
                        .run_mode = run_mode,
                        .image = image,
                        .drawable = selected == 0 ? nullptr : drawables[0],
                        .config = config},
                       true);
  if (selected > 1 || (selected == 0 && !visible))
    return calling_error(procedure, _("Select exactly one layer to edit."));
  const Call call{.procedure = procedure,
                  .run_mode = run_mode,
                  .image = image,
                  .drawable = selected == 0 ? nullptr : drawables[0],
                  .config = config};
  return edit_with_words(call);
}

GimpValueArray* run_generate(GimpProcedure* procedure, GimpRunMode run_mode, GimpImage* image,
                             GimpDrawable** drawables, GimpProcedureConfig* config, gpointer) {
  const Call call{.procedure = procedure,
                  .run_mode = run_mode,
                  .image = image,
                  .drawable = count(drawables) == 0 ? nullptr : drawables[0],
                  .config = config};
  return run_mode == GIMP_RUN_NONINTERACTIVE ? generate_layer(call) : show_window(call, false);
}

}  // namespace

GimpProcedure* make_edit(GimpPlugIn* plug_in) {
  auto* const procedure = gimp_image_procedure_new(plug_in, edit_name, GIMP_PDB_PROC_TYPE_PLUGIN,
                                                   run_edit, nullptr, nullptr);
  gimp_procedure_set_image_types(procedure, "*");
  gimp_procedure_set_sensitivity_mask(
      procedure, GIMP_PROCEDURE_SENSITIVE_DRAWABLE | GIMP_PROCEDURE_SENSITIVE_NO_DRAWABLES);
  add_to_menu(procedure, _("_Edit with Words..."));
  gimp_procedure_set_documentation(procedure,
                                   _("Change the picture by saying in words what should change"),
                                   _("Sends the selected part of the layer with the prompt to the "
                                     "chosen service and inserts the picture that comes back as "
                                     "a new layer above it."),
                                   edit_name);
  add_request_arguments(procedure);
  add_treatment_arguments(procedure);
  add_recipe_argument(procedure);
  add_return_values(procedure);
  return procedure;
}

GimpProcedure* make_generate(GimpPlugIn* plug_in) {
  auto* const procedure = gimp_image_procedure_new(
      plug_in, generate_name, GIMP_PDB_PROC_TYPE_PLUGIN, run_generate, nullptr, nullptr);
  gimp_procedure_set_image_types(procedure, "*");
  gimp_procedure_set_sensitivity_mask(procedure, GIMP_PROCEDURE_SENSITIVE_ALWAYS);
  add_to_menu(procedure, _("_Generate Layer..."));
  gimp_procedure_set_documentation(
      procedure, _("Make a new layer, or a new image, from words"),
      _("Sends the prompt to the chosen service and inserts the picture that comes back as a new "
        "layer; where no image is open, as a new image."),
      generate_name);
  add_request_arguments(procedure);
  add_recipe_argument(procedure);
  add_return_values(procedure);
  return procedure;
}

}  // namespace wordbrush::procedures
