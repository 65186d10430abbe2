// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace wordbrush {

/// Work that runs on another thread. Destroying it means that nobody wants the
/// result any more: the work itself runs to its end, unheard.
class [[nodiscard]] Worker {
 public:
  Worker() noexcept = default;
  Worker(Worker&&) noexcept = default;
  Worker& operator=(Worker&& other) noexcept {
    drop();
    wanted_ = std::move(other.wanted_);
    return *this;
  }
  ~Worker() { drop(); }

 private:
  template <class T>
  friend Worker run_on_worker(std::move_only_function<T()> work,
                              std::move_only_function<void(T)> on_done);

  explicit Worker(std::shared_ptr<bool> wanted) noexcept : wanted_(std::move(wanted)) {}

  void drop() noexcept {
    if (wanted_) *wanted_ = false;
  }

  std::shared_ptr<bool> wanted_;  // read and written on the starting thread only
};

/// Runs `work` on a thread of GLib's pool, then `on_done` with its result on the
/// main loop of the thread that called. `work` touches memory of its own only:
/// nothing of GIMP's or GTK's.
template <class T>
Worker run_on_worker(std::move_only_function<T()> work, std::move_only_function<void(T)> on_done) {
  struct Call {
    std::move_only_function<T()> work;
    std::move_only_function<void(T)> on_done;
    std::optional<T> result;
    std::shared_ptr<bool> wanted = std::make_shared<bool>(true);
  };
  auto call = std::make_unique<Call>(std::move(work), std::move(on_done));
  Worker worker(call->wanted);

  const auto run = +[](GTask* task, gpointer, gpointer data, GCancellable*) {
    auto& self = *static_cast<Call*>(data);
    self.result.emplace(self.work());
    g_task_return_boolean(task, TRUE);
  };
  const auto finish = +[](GObject*, GAsyncResult* result, gpointer) {
    auto& self = *static_cast<Call*>(g_task_get_task_data(G_TASK(result)));
    if (*self.wanted) self.on_done(std::move(*self.result));
  };
  GTask* const task = g_task_new(nullptr, nullptr, finish, nullptr);
  g_task_set_task_data(task, call.release(),
                       [](gpointer data) { delete static_cast<Call*>(data); });
  g_task_run_in_thread(task, run);
  g_object_unref(task);
  return worker;
}

}  // namespace wordbrush
