// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/deadlines.h"

#include <utility>

namespace wordbrush::net {

namespace {

gboolean call_back(GSource*, GSourceFunc callback, gpointer user_data) {
  return callback(user_data);
}

gint64 to_us(std::chrono::milliseconds time) {
  return std::chrono::microseconds(time).count();
}

GSource* new_timer() {
  static GSourceFuncs functions{.dispatch = call_back};
  return g_source_new(&functions, sizeof(GSource));
}

}  // namespace

Deadlines::Deadlines(const HttpLimits& limits, std::function<void(Limit)> on_expired)
    : limits_(limits),
      on_expired_(std::move(on_expired)),
      start_(g_get_monotonic_time()),
      last_byte_(start_),
      timer_(new_timer()) {
  g_source_set_callback(timer_, on_time, this, nullptr);
  g_source_set_ready_time(timer_, next().time);
  g_source_attach(timer_, g_main_context_get_thread_default());
}

Deadlines::~Deadlines() {
  g_source_destroy(timer_);
  g_source_unref(timer_);
}

void Deadlines::connected() {
  is_connected_ = true;
  touch();
  g_source_set_ready_time(timer_, next().time);
}

void Deadlines::touch() noexcept {
  last_byte_ = g_get_monotonic_time();
}

void Deadlines::stop() noexcept {
  g_source_set_ready_time(timer_, -1);
}

Deadlines::Next Deadlines::next() const noexcept {
  const Next total{Limit::Total, start_ + to_us(limits_.total)};
  const Next part = is_connected_ ? Next{Limit::Idle, last_byte_ + to_us(limits_.idle)}
                                  : Next{Limit::Connect, start_ + to_us(limits_.connect)};
  return part.time < total.time ? part : total;
}

gboolean Deadlines::on_time(gpointer self) {
  auto* const deadlines = static_cast<Deadlines*>(self);
  const Next next = deadlines->next();
  if (next.time > g_get_monotonic_time()) {
    g_source_set_ready_time(deadlines->timer_, next.time);
    return G_SOURCE_CONTINUE;
  }
  // Moved out: the call may end the life of *deadlines.
  const auto on_expired = std::move(deadlines->on_expired_);
  on_expired(next.limit);
  return G_SOURCE_REMOVE;
}

}  // namespace wordbrush::net
