// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"

namespace wordbrush::settings {

/// Where a key was kept or found.
enum class KeyPlace {
  SecretService,  ///< the desktop's keyring
  File,           ///< keys.ini, mode 0600, in the plug-in's own folder
};

struct StoredKey {
  std::string key;
  KeyPlace place;
};

/// Whether the user may be asked for the password of a locked keyring.
enum class Unlock { IfNeeded, Never };

/// The keys of connections, by the connection's name and the endpoint's host: a key
/// is only ever given out for the host it was saved for.
///
/// The secret service where there is one; else a 0600 file. The secret service may
/// ask the user to unlock it, so every call is asynchronous: it calls back from the
/// main loop, once. Destroying the KeyStore cancels what runs, and nothing is
/// called after that.
class KeyStore {
 public:
  explicit KeyStore(const std::filesystem::path& folder);
  KeyStore(KeyStore&&) noexcept;
  KeyStore& operator=(KeyStore&&) noexcept;
  ~KeyStore();

  using OnLookup = std::function<void(Result<StoredKey>)>;
  using OnSaved = std::function<void(Result<KeyPlace>)>;
  using OnRemoved = std::function<void(Result<void>)>;

  /// Fails with ErrorKind::Input where no key is saved (its detail says so), or where it
  /// is in a keyring that stays locked; with ErrorKind::Settings where nobody can tell: the
  /// keyring is silent, or the file is damaged.
  void lookup(const std::string& name, const std::string& host, Unlock unlock, OnLookup on_lookup);
  void save(const std::string& name, const std::string& host, const std::string& key,
            OnSaved on_saved);
  /// Removing a key that is not there is no error; one that a locked keyring keeps
  /// is ErrorKind::Settings.
  void remove(const std::string& name, const std::string& host, OnRemoved on_removed);

  /// Where the file is, to say so openly.
  const std::filesystem::path& file() const;

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace wordbrush::settings
