// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <string>
#include <string_view>
#include <vector>

namespace wordbrush::ui {

/// One of several values of a setting.
struct Choice {
  std::string name;   ///< as it is saved
  std::string label;  ///< for people, translated

  friend bool operator==(const Choice&, const Choice&) = default;
};

using Choices = std::vector<Choice>;

/// `choices`, and `name` by its own name where it is none of them: what another
/// version saved is shown and stays.
Choices with_choice(Choices choices, const std::string& name);

/// A list to choose one from; empty until show_choice().
GtkWidget* make_choice_field();
void show_choice(GtkWidget* field, const Choices& choices, const std::string& name);
std::string choice_in(GtkWidget* field);

}  // namespace wordbrush::ui
