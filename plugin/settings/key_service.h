// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <optional>
#include <string>

#include "base/await_result.h"
#include "base/result.h"
#include "settings/key_owner.h"

namespace wordbrush::settings::key_service {

/// The desktop's secret service in the calls that a KeyStore makes. Each may
/// ask the user to unlock the keyring and so take minutes; `ready` gets the result
/// that goes into the finish_ function of the same name.

void start_lookup(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready);
/// Nothing where there is no such key, no service, or a keyring that stays locked:
/// the service itself does not tell these apart.
std::optional<std::string> finish_lookup(GAsyncResult* result);

/// As start_lookup, but asks nobody to unlock anything.
void start_peek(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready);
/// Nothing where there is no such key, or where it is locked.
std::optional<std::string> finish_peek(GAsyncResult* result);

void start_store(const KeyOwner& owner, const std::string& key, GCancellable* cancellable,
                 AwaitResult& ready);
/// Whether the service has it now.
bool finish_store(GAsyncResult* result);

void start_clear(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready);
/// Says nothing: a keyring that stays locked does not tell. search() does.
void finish_clear(GAsyncResult* result);

/// Asks nobody to unlock anything.
void start_search(const KeyOwner& owner, GCancellable* cancellable, AwaitResult& ready);
/// Whether the service holds a key of the owner, locked or not.
bool finish_search(GAsyncResult* result);

}  // namespace wordbrush::settings::key_service
