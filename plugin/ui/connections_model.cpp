// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_model.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "settings/extra_headers.h"
#include "settings/text_rules.h"

namespace wordbrush::ui {

using settings::Connection;
using settings::KeyOwner;
using settings::trimmed;

namespace {

/// The draft as it is saved.
Connection tidied(const Connection& draft) {
  Connection tidy{.name = std::string(trimmed(draft.name)),
                  .base_url = std::string(trimmed(draft.base_url)),
                  .model = std::string(trimmed(draft.model)),
                  .stream = draft.stream,
                  .dialect = draft.dialect,
                  .size_fields = draft.size_fields,
                  .headers = settings::parse_extra_headers(draft.headers)
                                 .transform(settings::to_text)
                                 .value_or(draft.headers)};
  if (tidy.model.empty()) tidy.model = Connection().model;
  return tidy;
}

std::optional<KeyChange> to_change(const std::optional<KeyOwner>& from,
                                   std::optional<KeyOwner> to) {
  if (!from || from == to) return std::nullopt;
  // A key never follows to another host.
  if (to && to->host != from->host) to.reset();
  return KeyChange{.from = *from, .to = std::move(to)};
}

}  // namespace

ConnectionsModel::ConnectionsModel(settings::ConnectionStore& store, HostOf host_of)
    : store_(store), host_of_(std::move(host_of)) {}

Result<void> ConnectionsModel::load() {
  auto rows = store_.load();
  if (!rows) return fail(std::move(rows.error()));
  auto in_use = store_.chosen();
  if (!in_use) return fail(std::move(in_use.error()));

  rows_ = std::move(*rows);
  in_use_ = std::move(*in_use);
  unsaved_ = false;
  const auto found = std::ranges::find(rows_, in_use_, &Connection::name);
  select(found == rows_.end() ? 0 : static_cast<std::size_t>(found - rows_.begin()));
  return {};
}

bool ConnectionsModel::is_in_use(std::size_t row) const {
  return rows_[row].name == in_use_;
}

void ConnectionsModel::edit(Connection draft) {
  if (!is_demo()) draft_ = std::move(draft);
}

bool ConnectionsModel::is_demo() const {
  return selected_ == 0;
}

bool ConnectionsModel::is_changed() const {
  return !rows_.empty() && (unsaved_ || tidied(draft_) != rows_[selected_]) && !is_demo();
}

bool ConnectionsModel::is_untouched() const {
  return unsaved_ && draft_ == rows_[selected_];
}

std::optional<KeyOwner> ConnectionsModel::owner_of(const Connection& connection) const {
  auto host = host_of_(connection.base_url);
  if (!host) return std::nullopt;
  return KeyOwner{.name = connection.name, .host = std::move(*host)};
}

Result<KeyOwner> ConnectionsModel::key_owner() const {
  const auto tidy = tidied(draft_);
  auto host = host_of_(tidy.base_url);
  if (!host) return fail(std::move(host.error()));
  return KeyOwner{.name = tidy.name, .host = std::move(*host)};
}

bool ConnectionsModel::has_name(std::string_view name) const {
  const auto wanted = settings::without_case(name);
  for (std::size_t row = 0; row < rows_.size(); ++row)
    if (row != selected_ && settings::without_case(rows_[row].name) == wanted) return true;
  return false;
}

Result<std::optional<KeyChange>> ConnectionsModel::save() {
  if (!is_changed()) return std::nullopt;
  const auto tidy = tidied(draft_);
  if (settings::is_one_line(tidy.name) && has_name(tidy.name)) {
    const GCharPtr detail(
        g_strdup_printf(_("There is a connection named \"%s\" already."), tidy.name.c_str()));
    return fail(ErrorKind::Input, detail.get());
  }
  auto to = host_of_(tidy.base_url);
  if (!to) return fail(std::move(to.error()));
  if (auto saved = store_.save(tidy); !saved) return fail(std::move(saved.error()));

  std::optional<KeyChange> change;
  if (!unsaved_) {
    const auto& before = rows_[selected_];
    change = to_change(owner_of(before), KeyOwner{.name = tidy.name, .host = std::move(*to)});
    if (before.name != tidy.name) {
      if (auto renamed = rename(before.name, tidy.name); !renamed)
        return fail(std::move(renamed.error()));
    }
  }
  unsaved_ = false;
  draft_ = rows_[selected_] = tidy;
  return change;
}

/// `to` is saved already.
Result<void> ConnectionsModel::rename(const std::string& from, const std::string& to) {
  if (from == in_use_) {
    if (auto chosen = store_.choose(to); !chosen) return chosen;
    in_use_ = to;
  }
  return store_.remove(from);
}

void ConnectionsModel::discard() {
  if (unsaved_) {
    rows_.pop_back();
    unsaved_ = false;
    selected_ = rows_.size() - 1;
  }
  draft_ = rows_[selected_];
}

void ConnectionsModel::select(std::size_t row) {
  if (unsaved_ && row != selected_) discard();
  selected_ = std::min(row, rows_.size() - 1);
  draft_ = rows_[selected_];
}

std::string ConnectionsModel::free_name(const std::string& wanted) const {
  const auto is_taken = [this](std::string_view name) {
    const auto without_case = settings::without_case(name);
    return std::ranges::contains(rows_, without_case, [](const Connection& row) {
      return settings::without_case(row.name);
    });
  };
  std::string name = wanted;
  for (int number = 2; is_taken(name); ++number) name = wanted + " " + std::to_string(number);
  return name;
}

void ConnectionsModel::add(Connection start) {
  if (unsaved_) discard();
  start.name = free_name(start.name.empty() ? _("New Connection") : start.name);
  rows_.push_back(std::move(start));
  unsaved_ = true;
  selected_ = rows_.size() - 1;
  draft_ = rows_[selected_];
}

Result<void> ConnectionsModel::use() {
  const auto& name = rows_[selected_].name;
  if (auto chosen = store_.choose(name); !chosen) return chosen;
  in_use_ = name;
  return {};
}

Result<std::optional<KeyChange>> ConnectionsModel::remove() {
  if (is_demo()) return std::nullopt;
  if (unsaved_) {
    discard();
    return std::nullopt;
  }
  const auto removed = rows_[selected_];
  if (auto done = store_.remove(removed.name); !done) return fail(std::move(done.error()));
  if (removed.name == in_use_) in_use_ = settings::offline_demo().name;
  rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(selected_));
  select(selected_);
  return to_change(owner_of(removed), std::nullopt);
}

}  // namespace wordbrush::ui
