// The package node-api-headers leaves out what Node calls experimental. Node 20 has this function all the same, and without it
// node-addon-api frees references inside the garbage collector, which Node 20 answers by ending the process.
#include <js_native_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER

extern "C" napi_status node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize, void* data, void* hint);
