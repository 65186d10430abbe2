// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/later.h"
#include "base/result.h"
#include "edit/connection_check.h"
#include "settings/key_store.h"
#include "ui/connection_form.h"
#include "ui/connection_list.h"
#include "ui/connections_model.h"

namespace wordbrush::ui {

/// What the connections window needs from those who know the wire.
struct ConnectionsActions {
  /// The host of an address, for its key; fails in words for the user.
  ConnectionsModel::HostOf host_of;

  /// Tries a connection out with that key, if there is one: tells what the service
  /// offers, or what is wrong, and after the models the balance; or nothing any more when
  /// asked anew. After the window is gone, a call does nothing.
  std::function<void(const settings::Connection&, std::optional<std::string> key,
                     edit::ConnectionCheckEvents events)>
      check;

  /// What a connection can be set to.
  SpeechChoices choices;
};

/// The list of connections beside the fields of the one that is selected: what the
/// connections window shows, without the window.
class ConnectionsPanel {
 public:
  using Then = std::function<void()>;

  /// `keys` outlives the panel. `on_changed`: what is saved or which one is in use is
  /// another now; from the main loop, may destroy the panel, may be null.
  ConnectionsPanel(ConnectionsModel model, settings::KeyStore& keys, ConnectionsActions actions,
                   Then on_changed);
  ConnectionsPanel(const ConnectionsPanel&) = delete;
  ConnectionsPanel& operator=(const ConnectionsPanel&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// Saves what was typed and then calls `then`, at once or from the main loop. What cannot
  /// be saved is told instead, and left alone when this is called again before the user
  /// typed anything.
  void close(const Then& then);

 private:
  /// What a KeyStore or check() calls back: nothing once this window is gone or the
  /// answer is about a connection that is not shown any more.
  template <class Handler>
  auto for_shown(Handler handler) {
    return [this, shown = std::weak_ptr(shown_), handler = std::move(handler)](auto answer) {
      if (!shown.expired()) handler(std::move(answer));
    };
  }

  ConnectionListEvents list_events();
  ConnectionFormEvents form_events();
  void show();
  void look_up_key();
  void show_key(settings::KeyPlace place);
  void show_no_key();

  void leave(const Then& then);
  void save(const Then& then);
  void refuse(const Error& error);
  void use();
  void ask_remove();
  void remove();
  void forget_key();
  void tell_removed(const Result<void>& removed);
  void check();
  void check_with(const std::optional<std::string>& key);
  void show_models(const Result<ModelOffers>& models, bool has_key);
  void show_balance(const protocol::Balance& balance);
  void tell(const std::string& text, bool is_busy = false);
  void tell_changed();

  ConnectionsModel model_;
  settings::KeyStore& keys_;
  const ConnectionsActions actions_;
  const Then on_changed_;
  ConnectionList list_;
  ConnectionForm form_;
  GtkWidget* box_;
  std::shared_ptr<bool> shown_;  // another one for each show()
  std::string checked_;          // what a check that goes on has found; empty: none does
  bool is_saving_ = false;
  bool is_closing_ = false;  // the user wants to close and typed nothing since
  Later changed_;
};

}  // namespace wordbrush::ui
