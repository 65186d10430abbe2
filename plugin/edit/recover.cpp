// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/recover.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <ranges>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/fit_words.h"
#include "edit/insertion.h"
#include "edit/keep.h"
#include "edit/landing.h"
#include "edit/record_fit.h"

namespace wordbrush::edit {

namespace {

bool is_offered(const Spool::Entry& entry) {
  return !entry.is_held && !entry.is_set_aside;
}

Error unreadable(const std::filesystem::path& folder) {
  const GCharPtr name(g_filename_display_name(folder.c_str()));
  const GCharPtr detail(g_strdup_printf(
      _("An answer that was kept cannot be read. Its files stay in %s for two weeks."),
      name.get()));
  return {ErrorKind::BadImage, detail.get()};
}

/// A record whose picture is ready to be inserted.
struct Found {
  Spool::Hold hold;
  SpoolRecord record;
  Landed landed;
};

/// The newest record that can be used. What stands in the way of newer ones is told
/// in `warnings`; it is the error where none is left. With `file`, a URI, only what was made
/// of that image.
Result<Found> find(const Spool& spool, const std::optional<std::string>& file,
                   std::vector<Warning>& warnings) {
  Error why{ErrorKind::Input, _("There is no answer to recover.")};
  for (const Spool::Entry& entry : spool.list() | std::views::filter(is_offered)) {
    auto hold = spool.hold(entry.id);
    if (!hold) continue;
    auto record =
        file ? spool.read_where(
                   *hold, [&](const SpoolRecord& kept) { return kept.source.image_file == *file; })
             : spool.read(*hold);
    if (file && !record) continue;  // of another image, or nobody can tell
    if (record) {
      const Treatment treatment = record->frame ? record->frame->treatment : Treatment{};
      auto landed = land_best(*record, fit_of(*record, treatment));
      if (landed.fitted) return Found{std::move(*hold), std::move(*record), std::move(landed)};
    }
    spool.set_aside(*hold);
    why = unreadable(spool.folder_of(entry.id));
    warnings.push_back({"record_unreadable", why.detail});
  }
  return fail(std::move(why));
}

Report report_of(const Found& found, std::vector<Warning> warnings) {
  const SpoolRecord& record = found.record;
  Report report{.host = record.host,
                .model = record.model,
                .prompt = record.prompt,
                .target = record.source.bounds,
                .warnings = std::move(warnings)};
  if (record.frame) report.frame = record.frame->frame;
  report.answers.push_back({.pictures = static_cast<int>(record.pictures.size()),
                            .width = found.landed.width,
                            .height = found.landed.height,
                            .fit = found.landed.fitted->report});
  for (const precision::Warning warning : found.landed.fitted->report.warnings)
    report.warnings.push_back(to_words(warning));
  return report;
}

}  // namespace

Result<Outcome> recover_last(const Spool& spool, host::Canvas& canvas, bool only_this_image,
                             bool keeps_recipe) {
  set_inserted_aside(spool, canvas);
  std::vector<Warning> warnings;
  auto source = canvas.look_for_new_layer();
  std::optional<std::string> file;
  if (only_this_image && source) file = source->image_file;
  auto found = find(spool, file, warnings);
  if (!found) return fail(std::move(found.error()));
  const SpoolRecord& record = found->record;
  if (!source) return fail(with_kept(source.error()));

  Fitted& fitted = *found->landed.fitted;
  host::NewLayer layers[] = {{.name = record.layer_name,
                              .place = fitted.place,
                              .pixels = std::move(fitted.pixels),
                              .mask = std::move(fitted.mask),
                              .answer = found->hold.id(),
                              .source = source_term(record.frame.has_value(), record.is_trained)}};
  place_on_canvas(*source, record.source, layers[0], warnings);
  if (keeps_recipe && record.recipe) {
    RecipeResult result = result_of(fitted, record.time);
    result.place = layers[0].place;
    layers[0].recipe = to_json(with_selection(*record.recipe, record.source), result);
  }
  auto inserted = canvas.insert(*source, layers, record.layer_name);
  if (!inserted) return fail(with_kept(inserted.error()));

  if (auto warning = warning_of(inserted->landing); warning && source->image_id != 0)
    warnings.push_back(std::move(*warning));
  Outcome outcome{.inserted = std::move(*inserted),
                  .text = record.text,
                  .report = report_of(*found, std::move(warnings))};
  spool.remove(std::move(found->hold));
  if (auto more = warning_of_waiting(spool)) outcome.report.warnings.push_back(std::move(*more));
  return outcome;
}

void set_inserted_aside(const Spool& spool, host::Canvas& canvas) {
  for (const Spool::Entry& entry : spool.list() | std::views::filter(is_offered)) {
    if (!canvas.holds_layer_of(entry.id)) continue;
    // Not removed: a mark on a layer is too little to give up on what was paid for.
    if (const auto hold = spool.hold(entry.id)) spool.set_aside(*hold);
  }
}

std::optional<Warning> warning_of_waiting(const Spool& spool) {
  const auto entries = spool.list();
  if (std::ranges::none_of(entries, is_offered)) return {};
  return Warning{"result_waiting",
                 _("An answer is waiting: Filters > Wordbrush > Recover Last Result.")};
}

}  // namespace wordbrush::edit
