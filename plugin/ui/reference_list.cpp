// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_list.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

namespace wordbrush::ui {

namespace {

/// What follows "Image 2 ". For the model, and so not translated.
const char* sentence_of(ReferenceRole role) {
  switch (role) {
    case ReferenceRole::Style:
      return "is a style reference: use its style only.";
    case ReferenceRole::Content:
      return "is a content reference: use what it shows, not its style.";
    case ReferenceRole::Person:
      return "is a reference for a person: keep their likeness.";
    case ReferenceRole::Object:
      return "is a reference for an object: keep its shape, material and colors.";
    case ReferenceRole::Background:
      return "is a reference for the background: use it for the surroundings only.";
    case ReferenceRole::Sketch:
      return "is a sketch: follow its layout and shapes, not its strokes.";
    case ReferenceRole::None:
      break;
  }
  return "is a reference.";
}

}  // namespace

const char* name_of(ReferenceRole role) {
  switch (role) {
    case ReferenceRole::Style:
      return C_("reference-role", "Style");
    case ReferenceRole::Content:
      return C_("reference-role", "Content");
    case ReferenceRole::Person:
      return C_("reference-role", "Person");
    case ReferenceRole::Object:
      return C_("reference-role", "Object");
    case ReferenceRole::Background:
      return C_("reference-role", "Background");
    case ReferenceRole::Sketch:
      return C_("reference-role", "Sketch");
    case ReferenceRole::None:
      break;
  }
  return C_("reference-role", "No role");
}

ReferenceList::Added ReferenceList::add(Reference reference) {
  if (std::ranges::contains(items_, reference.source, &Reference::source))
    return Added::AlreadyThere;
  if (is_full()) return Added::Full;
  items_.push_back(std::move(reference));
  return Added::Yes;
}

void ReferenceList::remove(std::size_t index) {
  items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(index));
}

void ReferenceList::set_role(std::size_t index, ReferenceRole role) {
  items_[index].role = role;
}

bool ReferenceList::move_earlier(std::size_t index) {
  if (index == 0) return false;
  std::swap(items_[index], items_[index - 1]);
  return true;
}

bool ReferenceList::move_later(std::size_t index) {
  return index + 1 < items_.size() && move_earlier(index + 1);
}

void ReferenceList::set_thumbnail(const ReferenceSource& source,
                                  std::shared_ptr<const pixels::Bitmap> thumbnail) {
  const auto found = std::ranges::find(items_, source, &Reference::source);
  if (found != items_.end()) found->thumbnail = std::move(thumbnail);
}

std::string ReferenceList::legend(int first_number) const {
  std::string text;
  for (const auto& item : items_) {
    if (!text.empty()) text += '\n';
    text += "Image " + std::to_string(first_number++) + ' ' + sentence_of(item.role);
  }
  return text;
}

}  // namespace wordbrush::ui
