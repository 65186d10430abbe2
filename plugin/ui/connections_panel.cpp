// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_panel.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "ui/question.h"
#include "ui/save_connection.h"
#include "ui/sentences.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

using settings::KeyPlace;

ConnectionsPanel::ConnectionsPanel(ConnectionsModel model, settings::KeyStore& keys,
                                   ConnectionsActions actions, Then on_changed)
    : model_(std::move(model)),
      keys_(keys),
      actions_(std::move(actions)),
      on_changed_(std::move(on_changed)),
      list_(list_events()),
      form_(form_events(), actions_.choices),
      box_(gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space)) {
  gtk_box_pack_start(GTK_BOX(box_), list_.widget(), FALSE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), form_.widget(), TRUE, TRUE, 0);
  gtk_widget_show_all(box_);
  show();
}

ConnectionListEvents ConnectionsPanel::list_events() {
  return {.on_select =
              [this](std::size_t row) {
                if (row == model_.selected()) return;
                leave([this, row] {
                  model_.select(row);
                  show();
                });
              },
          .on_add =
              [this](const settings::Connection& start) {
                leave([this, start] {
                  model_.add(start);
                  show();
                  form_.focus_gap();
                });
              },
          .on_remove = [this] { ask_remove(); },
          .on_use = [this] { use(); }};
}

ConnectionFormEvents ConnectionsPanel::form_events() {
  return {.on_edited =
              [this] {
                is_closing_ = false;
                model_.edit(form_.read());
                tell("");
              },
          .on_check = [this] { check(); },
          .on_forget_key = [this] { forget_key(); }};
}

void ConnectionsPanel::show() {
  shown_ = std::make_shared<bool>(true);
  is_saving_ = false;
  checked_.clear();
  list_.show(model_);
  form_.show(model_.draft());
  look_up_key();
}

void ConnectionsPanel::look_up_key() {
  if (model_.is_demo()) return;
  const auto owner = model_.key_owner();
  if (model_.is_unsaved() || !owner) return show_no_key();
  keys_.lookup(owner->name, owner->host, settings::Unlock::IfNeeded,
               for_shown([this](Result<settings::StoredKey> stored) {
                 if (stored)
                   show_key(stored->place);
                 else
                   show_no_key();
               }));
}

void ConnectionsPanel::show_key(KeyPlace place) {
  form_.key().show_place(key_sentence(place, keys_.file()), true);
}

void ConnectionsPanel::show_no_key() {
  form_.key().show_place(no_key_sentence(model_.draft().base_url), false);
}

/// Saves what was typed into the connection that is shown. What cannot be saved is
/// told and stays.
void ConnectionsPanel::save(const Then& then) {
  if (is_saving_) {
    list_.show(model_);
    return tell(_("Waiting for the desktop's keyring..."), true);
  }
  is_saving_ = true;
  model_.edit(form_.read());
  const bool was_changed = model_.is_changed();
  save_connection(model_, keys_, form_.key().typed(),
                  for_shown([this, was_changed, then](Result<std::optional<KeyPlace>> saved) {
                    is_saving_ = false;
                    list_.show(model_);
                    if (!saved) return refuse(saved.error());
                    form_.key().clear();
                    if (was_changed || *saved) tell_changed();
                    if (*saved)
                      show_key(**saved);
                    else if (was_changed)
                      look_up_key();
                    then();
                  }));
}

void ConnectionsPanel::refuse(const Error& error) {
  if (!is_closing_) return tell(error.detail);
  const GCharPtr text(
      g_strdup_printf(_("%s Close again to leave without saving it."), error.detail.c_str()));
  tell(text.get());
}

/// What is done with another connection than the one that is shown.
void ConnectionsPanel::leave(const Then& then) {
  if (!model_.is_untouched() || !form_.key().typed().empty()) return save(then);
  model_.discard();
  then();
}

void ConnectionsPanel::use() {
  save([this] {
    const auto used = model_.use();
    list_.show(model_);
    if (!used) return tell(used.error().detail);
    tell_changed();
  });
}

void ConnectionsPanel::ask_remove() {
  if (model_.is_unsaved()) return remove();
  const GCharPtr text(g_strdup_printf(_("Remove \"%s\" and its key?"),
                                      model_.rows()[model_.selected()].name.c_str()));
  ask(GTK_WINDOW(gtk_widget_get_toplevel(box_)), text.get(), _("_Remove"), [this] { remove(); });
}

void ConnectionsPanel::remove() {
  auto change = model_.remove();
  if (!change) return tell(change.error().detail);
  show();
  tell_changed();
  if (!*change) return;
  is_saving_ = true;
  apply(keys_, **change, for_shown([this](const Result<void>& removed) { tell_removed(removed); }));
}

void ConnectionsPanel::forget_key() {
  const auto owner = model_.key_owner();
  if (!owner || is_saving_) return;
  is_saving_ = true;
  keys_.remove(owner->name, owner->host, for_shown([this](const Result<void>& removed) {
                 tell_removed(removed);
                 look_up_key();
               }));
}

void ConnectionsPanel::tell_removed(const Result<void>& removed) {
  is_saving_ = false;
  if (!removed) tell(removed.error().detail);
}

void ConnectionsPanel::check() {
  const auto typed = form_.key().typed();
  save([this, typed] {
    tell(_("Asking the service..."), true);
    if (!typed.empty()) return check_with(typed);
    const auto owner = model_.key_owner();
    if (!owner) return tell(owner.error().detail);
    keys_.lookup(owner->name, owner->host, settings::Unlock::IfNeeded,
                 for_shown([this](const Result<settings::StoredKey>& stored) {
                   if (!stored && stored.error().kind == ErrorKind::Settings)
                     return tell(stored.error().detail);
                   check_with(stored ? std::optional(stored->key) : std::nullopt);
                 }));
  });
}

void ConnectionsPanel::check_with(const std::optional<std::string>& key) {
  actions_.check(
      model_.draft(), key,
      {.on_models = for_shown([this, has_key = key.has_value()](const Result<ModelOffers>& models) {
         show_models(models, has_key);
       }),
       .on_balance =
           for_shown([this](const protocol::Balance& balance) { show_balance(balance); })});
}

void ConnectionsPanel::show_models(const Result<ModelOffers>& models, bool has_key) {
  if (!models) return tell(check_failure_sentence(models.error(), has_key));
  form_.model().offer(*models);
  checked_ = models_sentence(*models, form_.model().read());
  form_.show_result(checked_, true);
}

/// Unless the user went on to something else.
void ConnectionsPanel::show_balance(const protocol::Balance& balance) {
  if (checked_.empty()) return;
  const auto left = balance_sentence(balance);
  form_.show_result(left.empty() ? checked_ : checked_ + " " + left);
}

void ConnectionsPanel::tell(const std::string& text, bool is_busy) {
  checked_.clear();
  form_.show_result(text, is_busy);
}

/// Once for what changes at a time.
void ConnectionsPanel::tell_changed() {
  if (on_changed_) changed_ = Later([on_changed = on_changed_] { on_changed(); });
}

void ConnectionsPanel::close(const Then& then) {
  if (is_closing_) return then();
  is_closing_ = true;
  leave(then);
}

}  // namespace wordbrush::ui
