// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/key_store.h"

#include <glib/gi18n.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "base/await_result.h"
#include "base/glib_ptr.h"
#include "settings/answer_deadline.h"
#include "settings/key_service.h"
#include "settings/keys_file.h"
#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

Result<KeyOwner> to_owner(const std::string& name, const std::string& host) {
  if (trimmed(name).empty() || !is_one_line(name))
    return fail(ErrorKind::Input, _("A key needs the name of its connection."));
  if (trimmed(host).empty() || !is_one_line(host))
    return fail(ErrorKind::Input, _("A key needs the host that it is for."));
  const GCharPtr lower(g_ascii_strdown(host.c_str(), static_cast<gssize>(host.size())));
  return KeyOwner{.name = name, .host = lower.get()};
}

std::unexpected<Error> fail_no_key(const KeyOwner& owner) {
  const GCharPtr detail(g_strdup_printf(_("No key is saved for \"%s\" at %s."), owner.name.c_str(),
                                        owner.host.c_str()));
  return fail(ErrorKind::Input, detail.get());
}

constexpr std::chrono::seconds max_silence{20};

std::unexpected<Error> fail_silent() {
  return fail(ErrorKind::Settings,
              _("The desktop's keyring does not answer. Try again, or log out and in again."));
}

/// Comes back in the main loop's next turn, so that no call answers before it returns.
void start_turn(AwaitResult& turn) {
  const auto task =
      GObjectPtr<GTask>::adopt(g_task_new(nullptr, nullptr, AwaitResult::on_ready, &turn));
  g_task_return_boolean(task.get(), TRUE);
}

}  // namespace

/// Shared by the KeyStore and its calls; whichever ends last frees it.
class KeyStore::Impl {
 public:
  explicit Impl(const std::filesystem::path& folder) : file_(folder) {}

  const std::filesystem::path& file() const { return file_.path(); }
  void drop() { g_cancellable_cancel(cancellable_.get()); }

  static Detached lookup(std::shared_ptr<Impl> self, Result<KeyOwner> owner, Unlock unlock,
                         OnLookup on_lookup);
  static Detached save(std::shared_ptr<Impl> self, Result<KeyOwner> owner, Result<std::string> key,
                       OnSaved on_saved);
  static Detached remove(std::shared_ptr<Impl> self, Result<KeyOwner> owner, OnRemoved on_removed);

 private:
  bool dropped() const { return g_cancellable_is_cancelled(cancellable_.get()) != FALSE; }
  Result<KeyPlace> after_store(const KeyOwner& owner);

  KeysFile file_;
  GObjectPtr<GCancellable> cancellable_ = GObjectPtr<GCancellable>::adopt(g_cancellable_new());
};

// A key in the file is never older than one in the service, because saving into
// the service erases it from the file. So the file comes first, and nobody is
// asked to unlock a keyring in vain.
Detached KeyStore::Impl::lookup(std::shared_ptr<Impl> self, Result<KeyOwner> owner, Unlock unlock,
                                OnLookup on_lookup) {
  AwaitResult turn;
  start_turn(turn);
  co_await turn;
  if (self->dropped()) co_return;
  if (!owner) {
    on_lookup(fail(owner.error()));
    co_return;
  }

  auto kept = self->file_.find(*owner);
  if (kept && *kept) {
    on_lookup(StoredKey{.key = std::move(**kept), .place = KeyPlace::File});
    co_return;
  }

  // Nobody is asked for anything yet, so there is nothing that should take long.
  AwaitResult seen;
  std::optional<AnswerDeadline> deadline(std::in_place, self->cancellable_.get(), max_silence);
  key_service::start_peek(*owner, deadline->cancellable(), seen);
  GAsyncResult* const seen_result = co_await seen;
  auto key = key_service::finish_peek(seen_result);
  if (self->dropped()) co_return;
  if (!key && deadline->has_passed()) {
    on_lookup(fail_silent());
    co_return;
  }
  deadline.reset();
  if (!key && unlock == Unlock::IfNeeded) {
    AwaitResult found;
    key_service::start_lookup(*owner, self->cancellable_.get(), found);
    GAsyncResult* const result = co_await found;
    key = key_service::finish_lookup(result);
    if (self->dropped()) co_return;
  }
  if (key)
    on_lookup(StoredKey{.key = std::move(*key), .place = KeyPlace::SecretService});
  else if (!kept)
    on_lookup(fail(std::move(kept.error())));
  else
    on_lookup(fail_no_key(*owner));
}

Detached KeyStore::Impl::save(std::shared_ptr<Impl> self, Result<KeyOwner> owner,
                              Result<std::string> key, OnSaved on_saved) {
  AwaitResult turn;
  start_turn(turn);
  co_await turn;
  if (self->dropped()) co_return;
  if (!owner || !key) {
    on_saved(fail(owner ? key.error() : owner.error()));
    co_return;
  }

  AwaitResult asked;
  std::optional<AnswerDeadline> deadline(std::in_place, self->cancellable_.get(), max_silence);
  key_service::start_search(*owner, deadline->cancellable(), asked);
  GAsyncResult* const asked_result = co_await asked;
  (void)key_service::finish_search(asked_result);
  if (self->dropped()) co_return;
  const bool is_silent = deadline->has_passed();
  deadline.reset();
  if (!is_silent) {
    AwaitResult stored;
    key_service::start_store(*owner, *key, self->cancellable_.get(), stored);
    GAsyncResult* const store_result = co_await stored;
    const bool in_service = key_service::finish_store(store_result);
    if (self->dropped()) co_return;
    if (in_service) {
      on_saved(self->after_store(*owner));
      co_return;
    }
  }

  auto put = self->file_.put(*owner, *key);
  if (!put) {
    on_saved(fail(std::move(put.error())));
    co_return;
  }
  // What a locked keyring keeps of an older key does no harm: the file comes first.
  if (is_silent) {
    on_saved(KeyPlace::File);
    co_return;
  }
  AwaitResult cleared;
  key_service::start_clear(*owner, self->cancellable_.get(), cleared);
  GAsyncResult* const clear_result = co_await cleared;
  key_service::finish_clear(clear_result);
  if (!self->dropped()) on_saved(KeyPlace::File);
}

Detached KeyStore::Impl::remove(std::shared_ptr<Impl> self, Result<KeyOwner> owner,
                                OnRemoved on_removed) {
  AwaitResult turn;
  start_turn(turn);
  co_await turn;
  if (self->dropped()) co_return;
  if (!owner) {
    on_removed(fail(owner.error()));
    co_return;
  }

  auto erased = self->file_.erase(*owner);
  AwaitResult asked;
  std::optional<AnswerDeadline> deadline(std::in_place, self->cancellable_.get(), max_silence);
  key_service::start_search(*owner, deadline->cancellable(), asked);
  GAsyncResult* const asked_result = co_await asked;
  (void)key_service::finish_search(asked_result);
  if (self->dropped()) co_return;
  if (deadline->has_passed()) {
    on_removed(fail_silent());
    co_return;
  }
  deadline.reset();
  AwaitResult cleared;
  key_service::start_clear(*owner, self->cancellable_.get(), cleared);
  GAsyncResult* const clear_result = co_await cleared;
  key_service::finish_clear(clear_result);
  AwaitResult searched;
  key_service::start_search(*owner, self->cancellable_.get(), searched);
  GAsyncResult* const search_result = co_await searched;
  const bool still_there = key_service::finish_search(search_result);
  if (self->dropped()) co_return;
  if (still_there)
    on_removed(fail(ErrorKind::Settings,
                    _("The key is still in the desktop's keyring, which is locked.")));
  else
    on_removed(std::move(erased));
}

/// Erases the file's older copy. A damaged file gives no key to anybody, so it
/// does not count.
Result<KeyPlace> KeyStore::Impl::after_store(const KeyOwner& owner) {
  const auto kept = file_.find(owner);
  if (kept && *kept) {
    if (auto erased = file_.erase(owner); !erased) return fail(std::move(erased.error()));
  }
  return KeyPlace::SecretService;
}

KeyStore::KeyStore(const std::filesystem::path& folder) : impl_(std::make_shared<Impl>(folder)) {}
KeyStore::KeyStore(KeyStore&&) noexcept = default;

KeyStore& KeyStore::operator=(KeyStore&& other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}

KeyStore::~KeyStore() {
  if (impl_) impl_->drop();
}

const std::filesystem::path& KeyStore::file() const {
  return impl_->file();
}

void KeyStore::lookup(const std::string& name, const std::string& host, Unlock unlock,
                      OnLookup on_lookup) {
  Impl::lookup(impl_, to_owner(name, host), unlock, std::move(on_lookup));
}

void KeyStore::save(const std::string& name, const std::string& host, const std::string& key,
                    OnSaved on_saved) {
  Impl::save(impl_, to_owner(name, host), clean_key(key), std::move(on_saved));
}

void KeyStore::remove(const std::string& name, const std::string& host, OnRemoved on_removed) {
  Impl::remove(impl_, to_owner(name, host), std::move(on_removed));
}

}  // namespace wordbrush::settings
