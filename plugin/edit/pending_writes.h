// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>

namespace wordbrush::edit {

/// Counts what is yet to be written by other threads. Its destructor waits for it.
class PendingWrites {
 public:
  /// One write; done when this goes away, on any thread.
  class [[nodiscard]] Ticket {
   public:
    explicit Ticket(PendingWrites& pending) : pending_(&pending) {
      const std::scoped_lock lock(pending.mutex_);
      ++pending.count_;
    }
    Ticket(Ticket&& other) noexcept : pending_(std::exchange(other.pending_, nullptr)) {}
    Ticket& operator=(Ticket&& other) noexcept {
      std::swap(pending_, other.pending_);
      return *this;
    }
    ~Ticket() {
      if (pending_ == nullptr) return;
      const std::scoped_lock lock(pending_->mutex_);
      if (--pending_->count_ == 0) pending_->none_.notify_all();
    }

   private:
    PendingWrites* pending_;
  };

  PendingWrites() = default;
  PendingWrites(const PendingWrites&) = delete;
  PendingWrites& operator=(const PendingWrites&) = delete;
  ~PendingWrites() {
    std::unique_lock lock(mutex_);
    none_.wait(lock, [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  int count_ = 0;
};

}  // namespace wordbrush::edit
