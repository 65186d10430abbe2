// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_words.h"

#include <glib/gi18n.h>

#include <cmath>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

std::string to_percent(double scale) {
  const double percent = scale * 100;
  constexpr double exact_below = 9.95;
  const int places = percent < exact_below && percent != std::floor(percent) ? 1 : 0;
  const GCharPtr number(g_strdup_printf("%.*f", places, percent));
  // Translators: a zoom; %s is the number
  const GCharPtr text(g_strdup_printf(_("%s %%"), number.get()));
  return text.get();
}

std::string to_canvas_name(const std::string& name, double scale) {
  if (name.empty()) return _("Preview");
  // Translators: what a view shows, and its zoom: "Result 2 of 4, 50 %"
  const GCharPtr text(g_strdup_printf(_("%s, %s"), name.c_str(), to_percent(scale).c_str()));
  return text.get();
}

std::string to_canvas_description(ViewMode mode) {
  switch (mode) {
    case ViewMode::After:
      return _("Shows the result. Hold O to see the original.");
    case ViewMode::Before:
      return _("Shows the original.");
    case ViewMode::SideBySide:
      return _("Shows the original and the result side by side.");
    case ViewMode::Split:
      return _(
          "Shows the original on one side of a line and the result on the other. The arrow keys "
          "move the line.");
  }
  return "";
}

}  // namespace wordbrush::ui
