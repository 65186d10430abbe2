// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/fit_words.h"

#include <glib/gi18n.h>

#include <string>

namespace wordbrush::edit {

namespace {

const char* sentence_of(precision::Warning warning) {
  switch (warning) {
    case precision::Warning::Redrawn:
      return _(
          "The model drew the whole picture anew, so the result was placed without alignment.");
    case precision::Warning::UncertainPlace:
      return _("There is too little to go by to align the result, so it was placed as it came.");
    case precision::Warning::OtherRatio:
      return _("The model's picture has another shape than the one that was sent.");
    case precision::Warning::PartlyCovered:
      return _("The model's picture does not cover all of the area.");
    case precision::Warning::ColorsNotMatched:
      return _(
          "The colors were left as the model made them: too much of the picture changed, or "
          "nothing but its colors.");
    case precision::Warning::NothingChanged:
      return _(
          "The model changed nothing that can be seen in this area. If the layer's mask hides "
          "too much, turn off \"Only changes\".");
    case precision::Warning::MostlyChanged:
      return _("Most of the area changed, so all of the result was kept.");
    case precision::Warning::Coarse:
      return _("The model's picture is smaller than the area, so the result is softer.");
  }
  return "";
}

}  // namespace

Warning to_words(precision::Warning warning) {
  return {std::string(precision::name_of(warning)), sentence_of(warning)};
}

}  // namespace wordbrush::edit
