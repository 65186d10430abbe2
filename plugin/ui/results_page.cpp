// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results_page.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int most_lines_of_words = 3;

GtkWidget* make_words() {
  auto* const label = gtk_label_new("");
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_line_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines(GTK_LABEL(label), most_lines_of_words);
  gtk_label_set_selectable(GTK_LABEL(label), TRUE);
  gtk_widget_set_no_show_all(label, TRUE);
  return label;
}

}  // namespace

ResultsPage::ResultsPage(ResultsEvents events)
    : events_(std::move(events)),
      toolbar_(view_),
      nothing_(view_.widget()),
      strip_({.on_preview =
                  [this](const std::string& id) {
                    if (!id.empty()) events_.on_show(id);
                    show_previewed();
                  },
              .on_selection = [this](const auto& ids) { tell_selection(ids); },
              .on_apply = [this](const auto& ids) { events_.on_apply(ids); },
              .on_discard = [this](const auto& ids) { events_.on_discard(ids); }}),
      switches_([this](const edit::Treatment& treatment) {
        if (const auto* const item = previewed()) events_.on_treat(item->id, treatment);
      }),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      words_(make_words()),
      apply_(gtk_button_new_with_mnemonic(_("_Apply"))),
      discard_(gtk_button_new_with_mnemonic(_("Di_scard"))) {
  gtk_box_pack_start(GTK_BOX(box_), toolbar_.modes(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), make_pictures(), TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), switches_.widget(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), make_buttons(), FALSE, FALSE, 0);
  gtk_widget_show_all(box_);
  signals_.push_back(
      on(apply_, "clicked", [this] { events_.on_apply(strip_.model().applicable()); }));
  signals_.push_back(
      on(discard_, "clicked", [this] { events_.on_discard(strip_.model().selection()); }));
  tell_selection({});
}

/// Beside each other: screens are wider than high, and most pictures are as well.
GtkWidget* ResultsPage::make_pictures() {
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(row), nothing_.widget(), TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(row), strip_.widget(), FALSE, FALSE, 0);
  return row;
}

GtkWidget* ResultsPage::make_buttons() {
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_widget_set_tooltip_text(apply_, _("Insert the selected results as layers, in one step that "
                                        "can be undone"));
  gtk_widget_set_tooltip_text(discard_, _("Delete the selected results"));
  gtk_widget_set_valign(apply_, GTK_ALIGN_END);
  gtk_widget_set_valign(discard_, GTK_ALIGN_END);
  gtk_box_pack_start(GTK_BOX(row), words_, TRUE, TRUE, 0);
  gtk_box_pack_end(GTK_BOX(row), apply_, FALSE, FALSE, 0);
  gtk_box_pack_end(GTK_BOX(row), discard_, FALSE, FALSE, 0);
  return row;
}

const TakeShelf::Item* ResultsPage::previewed() const {
  const auto& id = strip_.model().previewed();
  if (!id) return nullptr;
  const auto found =
      std::ranges::find_if(items_, [&](const auto* item) { return item->id == *id; });
  return found == items_.end() ? nullptr : *found;
}

bool ResultsPage::is_choosing() const {
  const auto* const item = previewed();
  return item != nullptr && !item->is_applied;
}

void ResultsPage::show(const std::vector<const TakeShelf::Item*>& items) {
  items_ = items;
  std::vector<StripItem> tiles;
  tiles.reserve(items.size());
  auto number = static_cast<int>(items.size());
  for (const auto* const item : items) tiles.push_back(to_strip_item(*item, number--));
  strip_.set_items(std::move(tiles));
  tell_selection(strip_.model().selection());
  show_previewed();
}

void ResultsPage::tell_selection(const std::vector<std::string>& ids) {
  const auto several = static_cast<int>(ids.size());
  gtk_widget_set_sensitive(discard_, several > 0);
  gtk_widget_set_sensitive(apply_, !strip_.model().applicable().empty());
  const auto to_apply = static_cast<int>(strip_.model().applicable().size());
  const GCharPtr label(
      to_apply > 1 ? g_strdup_printf(ngettext("_Apply %d as Group", "_Apply %d as Group", to_apply),
                                     to_apply)
                   : g_strdup(_("_Apply")));
  gtk_button_set_label(GTK_BUTTON(apply_), label.get());
}

void ResultsPage::show_previewed() {
  const auto* const item = previewed();
  gtk_widget_set_sensitive(switches_.widget(),
                           item != nullptr && item->take.record->frame.has_value());
  nothing_.say(item != nullptr ? ""
                               : _("What comes back is shown here. Nothing in the image changes "
                                   "before you apply it."));
  if (item == nullptr) {
    view_.show({}, _("No result yet"));
    return gtk_widget_hide(words_);
  }
  switches_.show(item->treatment);
  const std::string words = result_words(*item);
  gtk_label_set_text(GTK_LABEL(words_), in_one_line(words).c_str());
  gtk_widget_set_tooltip_text(words_, words.c_str());
  gtk_widget_set_visible(words_, !words.empty());
  const auto* const tile = strip_.model().find(item->id);
  const std::string name = tile == nullptr ? std::string() : tile->title;
  if (item->preview)
    view_.show({.before = item->preview->before, .after = item->preview->after}, name);
  else if (item->state == TakeShelf::State::Broken || item->id != shown_)
    // Until a result of its own is ready, another one's would mislead.
    view_.show({.after = item->thumbnail}, name);
  shown_ = item->id;
}

}  // namespace wordbrush::ui
