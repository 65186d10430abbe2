// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strip_model.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

/// Of an accessible name; %s is the title.
const char* format_of(StripState state) {
  switch (state) {
    case StripState::Running:
      // Translators: %s is the name of a result
      return _("%s, being made");
    case StripState::Applied:
      // Translators: %s is the name of a result
      return _("%s, applied");
    case StripState::Failed:
      // Translators: %s is the name of a result
      return _("%s, failed");
    case StripState::Ready:
      break;
  }
  return "%s";
}

bool has(const StripModel::Ids& ids, const std::string& id) {
  return std::ranges::contains(ids, id);
}

}  // namespace

std::string spoken_name(const StripItem& item) {
  const GCharPtr name(g_strdup_printf(format_of(item.state), item.title.c_str()));
  return name.get();
}

const StripItem* StripModel::find(const std::string& id) const {
  const auto found = std::ranges::find(items_, id, &StripItem::id);
  return found == items_.end() ? nullptr : &*found;
}

void StripModel::set_items(std::vector<StripItem> items) {
  const bool had_preview = previewed_.has_value();
  // Right behind the last one before it that is still there.
  std::size_t place = 0;
  for (const auto& item : items_) {
    if (item.id == previewed_) break;
    if (std::ranges::contains(items, item.id, &StripItem::id))
      place = static_cast<std::size_t>(std::ranges::find(items, item.id, &StripItem::id) -
                                       items.begin()) +
              1;
  }
  items_ = std::move(items);
  select(Ids(selection_), "");
  if (previewed_ || !had_preview || items_.empty()) return;
  const auto& heir = items_[std::min(place, items_.size() - 1)].id;
  select({heir}, heir);
}

void StripModel::select(const Ids& ids, const std::string& focused) {
  selection_.clear();
  for (const auto& item : items_)
    if (has(ids, item.id)) selection_.push_back(item.id);
  if (has(selection_, focused))
    previewed_ = focused;
  else if (selection_.empty())
    previewed_.reset();
  else if (!previewed_ || !has(selection_, *previewed_))
    previewed_ = selection_.front();
}

StripModel::Ids StripModel::applicable() const {
  Ids ids;
  for (const auto& id : selection_) {
    const auto state = find(id)->state;
    if (state == StripState::Ready || state == StripState::Applied) ids.push_back(id);
  }
  return ids;
}

}  // namespace wordbrush::ui
