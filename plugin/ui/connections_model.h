// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "settings/connection_store.h"
#include "settings/key_owner.h"
#include "ui/key_change.h"

namespace wordbrush::ui {

/// What the connections window shows and does, without its widgets: the saved
/// connections, which one is in use, which one is selected, and a draft of that one
/// that is saved when it is left.
///
/// Every failure is an Error in words for the user and leaves the draft as it is.
class ConnectionsModel {
 public:
  /// The host of an address; fails with ErrorKind::Input, in words for the user.
  using HostOf = std::function<Result<std::string>(std::string_view base_url)>;

  /// `store` outlives the model.
  ConnectionsModel(settings::ConnectionStore& store, HostOf host_of);

  /// Reads what is saved and selects the one in use.
  Result<void> load();

  /// The offline demo first, an unsaved one last. Empty until load() succeeded.
  const std::vector<settings::Connection>& rows() const { return rows_; }
  std::size_t selected() const { return selected_; }
  bool is_in_use(std::size_t row) const;

  const settings::Connection& draft() const { return draft_; }
  /// What the user has typed so far; the offline demo is never edited.
  void edit(settings::Connection draft);

  bool is_demo() const;
  bool is_unsaved() const { return unsaved_; }
  /// Whether save() has something to do.
  bool is_changed() const;

  /// The host that the draft's key is for.
  Result<settings::KeyOwner> key_owner() const;

  /// Writes the draft. Does nothing where nothing changed.
  Result<std::optional<KeyChange>> save();

  /// Takes the draft back to what is saved; a new one is gone.
  void discard();

  /// Whether the draft is a new one that nobody has typed anything into.
  bool is_untouched() const;

  /// Each needs a draft that is saved, discarded or untouched.
  void select(std::size_t row);
  /// `start`: a new connection that has everything but a free name; its own is numbered
  /// where it is taken, and without one it is called a new connection.
  void add(settings::Connection start = {});
  Result<void> use();

  /// Removes the selected one and selects its neighbor. The key is the caller's to
  /// remove.
  Result<std::optional<KeyChange>> remove();

 private:
  std::optional<settings::KeyOwner> owner_of(const settings::Connection& connection) const;
  Result<void> rename(const std::string& from, const std::string& to);
  bool has_name(std::string_view name) const;
  std::string free_name(const std::string& wanted) const;

  settings::ConnectionStore& store_;
  HostOf host_of_;
  std::vector<settings::Connection> rows_;
  std::string in_use_;
  std::size_t selected_ = 0;
  settings::Connection draft_;
  bool unsaved_ = false;  // the last row is not in the store
};

}  // namespace wordbrush::ui
