// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib/gi18n.h>

#include <memory>

#include "base/glib_ptr.h"
#include "edit/fit_words.h"
#include "ui/results_page.h"

namespace wordbrush::ui {

namespace {

StripState state_of(const TakeShelf::Item& item) {
  if (item.state == TakeShelf::State::Broken) return StripState::Failed;
  if (item.is_applied) return StripState::Applied;
  return item.state == TakeShelf::State::Fitting ? StripState::Running : StripState::Ready;
}

/// In the user's own way of writing it; empty where it is no time.
std::string local_time(std::int64_t time) {
  const DateTimePtr when(g_date_time_new_from_unix_local(time));
  if (!when) return {};
  const GCharPtr text(g_date_time_format(when.get(), "%x %H:%M"));
  return text ? text.get() : "";
}

std::string tooltip_of(const edit::SpoolRecord& record) {
  std::string text = record.prompt + "\n" + record.model + ", " + record.host;
  if (const auto time = local_time(record.time); !time.empty()) text += "\n" + time;
  return text;
}

}  // namespace

StripItem to_strip_item(const TakeShelf::Item& item, int number) {
  const GCharPtr title(g_strdup_printf(_("Result %d"), number));
  return {.id = item.id,
          .thumbnail = item.thumbnail,
          .title = title.get(),
          .tooltip = tooltip_of(*item.take.record),
          .state = state_of(item)};
}

std::string result_words(const TakeShelf::Item& item) {
  std::string words = item.failure;
  const auto add = [&](const std::string& sentence) {
    if (!sentence.empty()) words += (words.empty() ? "" : " ") + sentence;
  };
  for (const edit::Warning& warning : item.warnings) add(warning.sentence);
  if (item.take.fitted)
    for (const auto warning : item.take.fitted->report.warnings)
      add(edit::to_words(warning).sentence);
  if (!item.take.record->text.empty()) {
    const GCharPtr said(g_strdup_printf(_("The model says: %s"), item.take.record->text.c_str()));
    add(said.get());
  }
  return words;
}

}  // namespace wordbrush::ui
