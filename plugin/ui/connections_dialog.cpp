// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_dialog.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <memory>
#include <utility>

#include "base/glib_ptr.h"
#include "base/signal_connection.h"
#include "edit/sentence.h"
#include "ui/connection_form.h"
#include "ui/connection_list.h"
#include "ui/connections_model.h"
#include "ui/key_change.h"
#include "ui/question.h"
#include "ui/save_connection.h"
#include "ui/sentences.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

using settings::KeyPlace;

class ConnectionsDialog {
 public:
  ConnectionsDialog(ConnectionsModel& model, settings::KeyStore& keys,
                    ConnectionsDialogActions actions);
  ~ConnectionsDialog() { gtk_widget_destroy(dialog_); }
  ConnectionsDialog(const ConnectionsDialog&) = delete;
  ConnectionsDialog& operator=(const ConnectionsDialog&) = delete;

  void run();

 private:
  using Then = std::function<void()>;

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
  void build();
  void show();
  void look_up_key();
  void show_key(const Result<KeyPlace>& place);

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
  void show_models(const Result<std::vector<std::string>>& models);
  void close();
  static gboolean on_delete(GtkWidget* window, GdkEvent* event, gpointer self);

  ConnectionsModel& model_;
  settings::KeyStore& keys_;
  ConnectionsDialogActions actions_;
  ConnectionList list_;
  ConnectionForm form_;
  const GMainLoopPtr loop_{g_main_loop_new(nullptr, FALSE)};
  GtkWidget* dialog_;
  std::shared_ptr<bool> shown_;  // another one for each show()
  bool is_saving_ = false;
  bool is_closing_ = false;  // the user wants to close and typed nothing since
  SignalConnection response_;
  SignalConnection delete_;
};

ConnectionsDialog::ConnectionsDialog(ConnectionsModel& model, settings::KeyStore& keys,
                                     ConnectionsDialogActions actions)
    : model_(model),
      keys_(keys),
      actions_(std::move(actions)),
      list_(list_events()),
      form_(form_events(), actions_.choices),
      dialog_(gimp_dialog_new(_("Connections"), "wordbrush-connections", nullptr, GtkDialogFlags(0),
                              nullptr, nullptr, _("_Close"), GTK_RESPONSE_CLOSE, nullptr)),
      response_(on(dialog_, "response", [this] { close(); })),
      delete_(dialog_, g_signal_connect(dialog_, "delete-event", G_CALLBACK(on_delete), this)) {
  build();
  show();
}

ConnectionListEvents ConnectionsDialog::list_events() {
  return {.on_select =
              [this](std::size_t row) {
                if (row == model_.selected()) return;
                leave([this, row] {
                  model_.select(row);
                  show();
                });
              },
          .on_add =
              [this] {
                leave([this] {
                  model_.add();
                  show();
                  form_.focus_name();
                });
              },
          .on_remove = [this] { ask_remove(); },
          .on_use = [this] { use(); }};
}

ConnectionFormEvents ConnectionsDialog::form_events() {
  return {.on_edited =
              [this] {
                is_closing_ = false;
                model_.edit(form_.read());
                form_.show_result("");
              },
          .on_check = [this] { check(); },
          .on_forget_key = [this] { forget_key(); }};
}

void ConnectionsDialog::build() {
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(box), list_.widget(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), form_.widget(), TRUE, TRUE, 0);
  auto* const area = gtk_dialog_get_content_area(GTK_DIALOG(dialog_));
  gtk_container_set_border_width(GTK_CONTAINER(area), large_space);
  gtk_box_set_spacing(GTK_BOX(area), large_space);
  gtk_box_pack_start(GTK_BOX(area), box, TRUE, TRUE, 0);
  gtk_widget_show_all(box);
}

void ConnectionsDialog::show() {
  shown_ = std::make_shared<bool>(true);
  is_saving_ = false;
  list_.show(model_);
  form_.show(model_.draft());
  look_up_key();
}

void ConnectionsDialog::look_up_key() {
  const auto owner = model_.key_owner();
  if (model_.is_demo() || model_.is_unsaved() || !owner) return;
  keys_.lookup(owner->name, owner->host, for_shown([this](Result<settings::StoredKey> stored) {
                 if (stored)
                   show_key(stored->place);
                 else
                   show_key(fail(std::move(stored.error())));
               }));
}

void ConnectionsDialog::show_key(const Result<KeyPlace>& place) {
  form_.show_key_place(place ? key_sentence(*place, keys_.file()) : place.error().detail,
                       place.has_value());
}

/// Saves what was typed into the connection that is shown. What cannot be saved is
/// told and stays.
void ConnectionsDialog::save(const Then& then) {
  if (is_saving_) {
    list_.show(model_);
    return form_.show_result(_("Waiting for the desktop's keyring..."), true);
  }
  is_saving_ = true;
  model_.edit(form_.read());
  const bool was_changed = model_.is_changed();
  save_connection(model_, keys_, form_.typed_key(),
                  for_shown([this, was_changed, then](Result<std::optional<KeyPlace>> saved) {
                    is_saving_ = false;
                    list_.show(model_);
                    if (!saved) return refuse(saved.error());
                    form_.clear_key();
                    if (*saved)
                      show_key(**saved);
                    else if (was_changed)
                      look_up_key();
                    then();
                  }));
}

void ConnectionsDialog::refuse(const Error& error) {
  if (!is_closing_) return form_.show_result(error.detail);
  const GCharPtr text(
      g_strdup_printf(_("%s Close again to leave without saving it."), error.detail.c_str()));
  form_.show_result(text.get());
}

/// What is done with another connection than the one that is shown.
void ConnectionsDialog::leave(const Then& then) {
  if (!model_.is_untouched() || !form_.typed_key().empty()) return save(then);
  model_.discard();
  then();
}

void ConnectionsDialog::use() {
  save([this] {
    const auto used = model_.use();
    list_.show(model_);
    if (!used) form_.show_result(used.error().detail);
  });
}

void ConnectionsDialog::ask_remove() {
  if (model_.is_unsaved()) return remove();
  const GCharPtr text(g_strdup_printf(_("Remove \"%s\" and its key?"),
                                      model_.rows()[model_.selected()].name.c_str()));
  ask(GTK_WINDOW(dialog_), text.get(), _("_Remove"), [this] { remove(); });
}

void ConnectionsDialog::remove() {
  auto change = model_.remove();
  if (!change) return form_.show_result(change.error().detail);
  show();
  if (!*change) return;
  is_saving_ = true;
  apply(keys_, **change, for_shown([this](const Result<void>& removed) { tell_removed(removed); }));
}

void ConnectionsDialog::forget_key() {
  const auto owner = model_.key_owner();
  if (!owner || is_saving_) return;
  is_saving_ = true;
  keys_.remove(owner->name, owner->host, for_shown([this](const Result<void>& removed) {
                 tell_removed(removed);
                 look_up_key();
               }));
}

void ConnectionsDialog::tell_removed(const Result<void>& removed) {
  is_saving_ = false;
  if (!removed) form_.show_result(removed.error().detail);
}

void ConnectionsDialog::check() {
  const auto typed = form_.typed_key();
  save([this, typed] {
    form_.show_result(_("Asking the service..."), true);
    if (!typed.empty()) return check_with(typed);
    const auto owner = model_.key_owner();
    if (!owner) return form_.show_result(owner.error().detail);
    keys_.lookup(owner->name, owner->host,
                 for_shown([this](const Result<settings::StoredKey>& stored) {
                   check_with(stored ? std::optional(stored->key) : std::nullopt);
                 }));
  });
}

void ConnectionsDialog::check_with(const std::optional<std::string>& key) {
  actions_.check(
      model_.draft(), key,
      for_shown([this](const Result<std::vector<std::string>>& models) { show_models(models); }));
}

void ConnectionsDialog::show_models(const Result<std::vector<std::string>>& models) {
  if (models) form_.show_models(*models);
  form_.show_result(models ? models_sentence(*models, form_.read().model)
                           : edit::to_sentence(models.error()));
}

/// The second time it closes although something is not saved.
void ConnectionsDialog::close() {
  if (is_closing_) return g_main_loop_quit(loop_.get());
  is_closing_ = true;
  leave([this] { g_main_loop_quit(loop_.get()); });
}

gboolean ConnectionsDialog::on_delete(GtkWidget*, GdkEvent*, gpointer self) {
  static_cast<ConnectionsDialog*>(self)->close();
  return GDK_EVENT_STOP;  // GTK would destroy the window
}

void ConnectionsDialog::run() {
  gimp_window_set_transient(GTK_WINDOW(dialog_));
  gtk_window_present(GTK_WINDOW(dialog_));
  g_main_loop_run(loop_.get());
}

}  // namespace

Result<void> run_connections_dialog(settings::ConnectionStore& store, settings::KeyStore& keys,
                                    ConnectionsDialogActions actions) {
  ConnectionsModel model(store, actions.host_of);
  if (auto loaded = model.load(); !loaded) return loaded;
  ConnectionsDialog(model, keys, std::move(actions)).run();
  return {};
}

}  // namespace wordbrush::ui
