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

HabitsBox::HabitsBox(Habit applies_first, Habit keeps_recipes, SpendingActions spending)
    : spending_(std::move(spending)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      cap_(gtk_spin_button_new_with_range(0, most_usd, 1)),
      spent_(make_note("", spent_characters)) {
  gtk_spin_button_set_digits(GTK_SPIN_BUTTON(cap_), 2);
  gtk_widget_set_tooltip_text(
      cap_, _("Nothing is sent any more once a month has cost that much; 0: no limit"));
  auto* const grid = gtk_grid_new();
  gtk_grid_set_column_spacing(GTK_GRID(grid), small_space);
  add_field(GTK_GRID(grid), 0, _("USD a month at most:"), cap_);
  auto* const applies = add_check(std::move(applies_first), _("Apply the first result at once"),
                                  _("Insert it as a layer without looking at it first"));
  auto* const keeps = add_check(std::move(keeps_recipes), _("Keep the recipe in new layers"),
                                _("The prompt, the model and the settings stay with the layer in "
                                  "GIMP's own files; exported ones never hold them"));
  for (auto* const widget : {applies, keeps, grid, spent_})
    gtk_box_pack_start(GTK_BOX(box_), widget, FALSE, FALSE, 0);
  const auto cap = spending_.cap();
  if (cap) gtk_spin_button_set_value(GTK_SPIN_BUTTON(cap_), cap->value_or(0));
  refresh();
  if (!cap) show(cap.error().detail);
  signals_.push_back(on(cap_, "value-changed", [this] { save_cap(); }));
}

GtkWidget* HabitsBox::add_check(Habit habit, const char* label, const char* tip) {
  auto* const check = gtk_check_button_new_with_label(label);
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(check), habit.is_on);
  gtk_widget_set_tooltip_text(check, tip);
  signals_.push_back(on(check, "toggled", [check, changed = std::move(habit.on_changed)] {
    changed(gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(check)) != FALSE);
  }));
  return check;
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
