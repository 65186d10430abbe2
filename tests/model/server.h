// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/gobject_ptr.h"
#include "base/result.h"
#include "model/addresses.h"
#include "model/calls.h"
#include "model/log.h"
#include "model/scenario.h"

namespace wordbrush::model {

/// The scripted model: an endpoint on a free loopback port that speaks chat
/// completions, native Gemini and OpenAI's Images API, does what the scenario in a
/// request's path says (scenario.h) and logs what it received.
///
///   POST /SCENARIO/v1/chat/completions          and the other calls of calls.h
///   GET /log    GET /log/N/picture/M    GET /log/N/mask    GET /log/N/wanted
///   POST /reset    POST /release
class Server {
 public:
  Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// Fails with ErrorKind::Network where no loopback port can be had.
  Result<void> listen();
  guint port() const;

  /// A call, and how it came.
  struct Asked {
    Call call;
    std::string path;
    bool as_events = false;  ///< with alt=sse
  };

 private:
  struct Hanging;
  using Message = GObjectPtr<SoupServerMessage>;

  static void on_request(SoupServer*, SoupServerMessage* message, const char* path,
                         GHashTable* query, gpointer self);
  static void on_read(GObject* stream, GAsyncResult* result, gpointer hanging);

  void serve_control(SoupServerMessage* message, const std::string& path);
  void serve_picture(SoupServerMessage* message, const std::string& path) const;
  const LoggedPicture* find_picture(std::string_view path) const;
  void serve_scenario(SoupServerMessage* message, const Asked& asked);
  void serve_call(SoupServerMessage* message, const Scenario& scenario, const Asked& asked);
  void answer(SoupServerMessage* message, const Scenario& scenario, const Asked& asked,
              std::size_t index);
  void hang(SoupServerMessage* message, std::size_t index);
  bool fails_now(const Scenario& scenario, const std::string& path) const;
  void release();

  const GObjectPtr<SoupServer> server_;
  std::vector<LoggedRequest> log_;
  std::map<std::string, std::shared_ptr<const std::string>> canned_;  // by path
  Addresses addresses_;
  std::vector<Message> held_;
};

}  // namespace wordbrush::model
