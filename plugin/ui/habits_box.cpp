// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/habits_box.h"

#include <glib/gi18n.h>

#include <utility>

#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int spent_characters = 36;
constexpr double most_usd = 1'000'000;

}  // namespace

HabitsBox::HabitsBox(bool applies_first, std::function<void(bool)> on_applies_first,
                     SpendingActions spending)
    : spending_(std::move(spending)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      applies_first_(gtk_check_button_new_with_label(_("Apply the first result at once"))),
      cap_(gtk_spin_button_new_with_range(0, most_usd, 1)),
      spent_(make_note("", spent_characters)) {
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(applies_first_), applies_first);
  gtk_widget_set_tooltip_text(applies_first_,
                              _("Insert it as a layer without looking at it first"));
  gtk_spin_button_set_digits(GTK_SPIN_BUTTON(cap_), 2);
  gtk_widget_set_tooltip_text(
      cap_, _("Nothing is sent any more once a month has cost that much; 0: no limit"));
  auto* const grid = gtk_grid_new();
  gtk_grid_set_column_spacing(GTK_GRID(grid), small_space);
  add_field(GTK_GRID(grid), 0, _("USD a month at most:"), cap_);
  for (auto* const widget : {applies_first_, grid, spent_})
    gtk_box_pack_start(GTK_BOX(box_), widget, FALSE, FALSE, 0);
  const auto cap = spending_.cap();
  if (cap) gtk_spin_button_set_value(GTK_SPIN_BUTTON(cap_), cap->value_or(0));
  refresh();
  if (!cap) show(cap.error().detail);
  signals_.push_back(
      on(applies_first_, "toggled", [this, on_applies_first = std::move(on_applies_first)] {
        on_applies_first(gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(applies_first_)) != FALSE);
      }));
  signals_.push_back(on(cap_, "value-changed", [this] { save_cap(); }));
}

void HabitsBox::save_cap() {
  const double usd = gtk_spin_button_get_value(GTK_SPIN_BUTTON(cap_));
  const auto saved = spending_.set_cap(usd > 0 ? std::optional(usd) : std::nullopt);
  if (saved)
    refresh();
  else
    show(saved.error().detail);
}

void HabitsBox::go_to_cap() {
  auto* const folded = GTK_EXPANDER(gtk_widget_get_ancestor(box_, GTK_TYPE_EXPANDER));
  if (folded == nullptr || gtk_expander_get_expanded(folded)) return gtk_widget_grab_focus(cap_);
  // Only what has its place is scrolled to.
  placed_ = on(cap_, "size-allocate", [this] {
    going_ = Later([this] {
      placed_ = {};
      gtk_widget_grab_focus(cap_);
    });
  });
  gtk_expander_set_expanded(folded, TRUE);
}

void HabitsBox::refresh() {
  show(spending_.spent());
}

void HabitsBox::show(const std::string& text) {
  gtk_label_set_text(GTK_LABEL(spent_), text.c_str());
}

}  // namespace wordbrush::ui
