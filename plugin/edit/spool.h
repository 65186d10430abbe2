// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "edit/pending_writes.h"
#include "edit/spool_lock.h"
#include "edit/spool_record.h"

namespace wordbrush::edit {

/// How much is kept, and for how long. The oldest go first.
struct SpoolLimits {
  std::chrono::seconds max_age = std::chrono::days(14);
  std::uint64_t max_bytes = std::uint64_t{512} << 20U;
};

/// Paid answers on their way into an image: a folder that holds a folder for each,
/// with its pictures and a description. They are for their owner's eyes only (0700,
/// 0600), and each is there wholly or not at all.
///
/// Several processes may use the same folder. All but the destructor may be called on
/// any thread.
class Spool {
 public:
  /// An answer that somebody works with: nobody else inserts or removes it meanwhile.
  class [[nodiscard]] Hold {
   public:
    const std::string& id() const { return id_; }

   private:
    friend class Spool;
    Hold(std::string id, FolderLock lock) : id_(std::move(id)), lock_(std::move(lock)) {}

    std::string id_;
    FolderLock lock_;
  };

  struct Entry {
    std::string id;
    bool is_held = false;  ///< on its way into an image right now
    bool is_set_aside = false;
  };

  explicit Spool(std::filesystem::path folder, SpoolLimits limits = {});

  /// Says that another thread will add a record: the destructor waits until the
  /// ticket is gone.
  PendingWrites::Ticket announce_write() { return PendingWrites::Ticket(pending_); }

  /// The same of another thread that will read.
  PendingWrites::Ticket announce_use() { return announce_write(); }

  /// Adds a record, removes what is too old or too much, and holds the new one.
  /// Fails with ErrorKind::Settings and a sentence where the disk does not take it.
  Result<Hold> add(const SpoolRecord& record) const;

  /// Removes a record that is done with.
  void remove(Hold hold) const;

  /// Leaves a record on the disk, but offers it no more.
  void set_aside(const Hold& hold) const;

  /// From now on the record belongs to the image of that file, a URI.
  void move_to_file(const Hold& hold, const std::string& image_file) const;

  /// The newest first; damaged ones too. Empty where the folder cannot be read.
  std::vector<Entry> list() const;

  /// Nothing where somebody else has the record, or it is gone.
  std::optional<Hold> hold(const std::string& id) const;

  /// Nothing where the record is damaged.
  std::optional<SpoolRecord> read(const Hold& hold) const;

  /// The same for somebody who has the hold elsewhere, on another thread.
  std::optional<SpoolRecord> read_unheld(const std::string& id) const;

  /// As read(), where the record is wanted, which is asked before its pictures are read.
  std::optional<SpoolRecord> read_where(
      const Hold& hold, const std::function<bool(const SpoolRecord&)>& is_wanted) const;

  bool is_set_aside(const Hold& hold) const;

  /// Where a record's files are.
  std::filesystem::path folder_of(const std::string& id) const { return folder_ / id; }

  /// Removes what is too old, what is too much, and what was never finished; not
  /// what is held, and not `kept`.
  void clean(const std::string& kept = {}) const;

 private:
  std::filesystem::path folder_;
  SpoolLimits limits_;
  PendingWrites pending_;  // last: destroyed first
};

}  // namespace wordbrush::edit
