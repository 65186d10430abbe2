// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/body_stream.h"

#include <memory>
#include <utility>

#include "net/body_reader.h"

namespace wordbrush::net {

namespace {

struct Source {
  BodyReader reader;
  std::function<bool()> is_answered;
};

struct BodyStream {
  GInputStream parent_instance;
  Source* source;  // owned; null until it is made, and after the stream's end
};

struct BodyStreamClass {
  GInputStreamClass parent_class;
};

GType body_stream_get_type();
void body_stream_pollable_init(GPollableInputStreamInterface* pollable);

// NOLINTBEGIN(performance-no-int-to-ptr): within the macro
G_DEFINE_TYPE_WITH_CODE(BodyStream, body_stream, G_TYPE_INPUT_STREAM,
                        G_IMPLEMENT_INTERFACE(G_TYPE_POLLABLE_INPUT_STREAM,
                                              body_stream_pollable_init))
// NOLINTEND(performance-no-int-to-ptr)

BodyStream* to_body_stream(gpointer stream) {
  return G_TYPE_CHECK_INSTANCE_CAST(stream, body_stream_get_type(), BodyStream);
}

gssize body_stream_read(GInputStream* stream, void* buffer, gsize size, GCancellable*, GError**) {
  auto* const source = to_body_stream(stream)->source;
  if (source == nullptr || (source->is_answered && source->is_answered())) return 0;
  return static_cast<gssize>(source->reader.read({static_cast<char*>(buffer), size}));
}

void body_stream_finalize(GObject* object) {
  delete std::exchange(to_body_stream(object)->source, nullptr);
  G_OBJECT_CLASS(body_stream_parent_class)->finalize(object);
}

// Always readable: without this interface GIO would read each piece on a thread.
gboolean body_stream_is_readable(GPollableInputStream*) {
  return TRUE;
}

GSource* body_stream_create_source(GPollableInputStream* stream, GCancellable* cancellable) {
  GSource* const ready = g_timeout_source_new(0);
  GSource* const source = g_pollable_source_new_full(stream, ready, cancellable);
  g_source_unref(ready);
  return source;
}

void body_stream_pollable_init(GPollableInputStreamInterface* pollable) {
  pollable->is_readable = body_stream_is_readable;
  pollable->create_source = body_stream_create_source;
}

void body_stream_class_init(BodyStreamClass* type) {
  G_OBJECT_CLASS(type)->finalize = body_stream_finalize;
  G_INPUT_STREAM_CLASS(type)->read_fn = body_stream_read;
}

void body_stream_init(BodyStream*) {}

}  // namespace

GObjectPtr<GInputStream> make_body_stream(RequestBody body, std::function<bool()> is_answered) {
  auto stream = GObjectPtr<GInputStream>::adopt(
      G_INPUT_STREAM(g_object_new(body_stream_get_type(), nullptr)));
  to_body_stream(stream.get())->source =
      std::make_unique<Source>(BodyReader(std::move(body)), std::move(is_answered)).release();
  return stream;
}

}  // namespace wordbrush::net
