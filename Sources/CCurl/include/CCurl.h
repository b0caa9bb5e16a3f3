#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Offprint uses of libcurl, which is loaded on the first call (dlopen), so that a run that fetches nothing does not
// pay for it. A pool is libcurl's multi handle, a transfer one of its easy handles with all options that Offprint sets.

typedef struct ccurl_pool ccurl_pool;
typedef struct ccurl_transfer ccurl_transfer;

// What a transfer asks of its owner; `context` is the request's. A false answer ends the transfer.
typedef struct {
    // A part of the body, decompressed.
    bool (*body)(void *context, const uint8_t *bytes, size_t count);
    // A line of the head, its line break included; interim answers and those of a proxy come this way, too.
    bool (*head)(void *context, const uint8_t *bytes, size_t count);
    // Whether to connect to an address of 4 or 16 bytes, in network order.
    bool (*connects)(void *context, const uint8_t *address, size_t count);
} ccurl_callbacks;

typedef struct {
    const char *address;            // http or https
    const char *user_agent;
    const char *const *headers;     // "Name: value", `header_count` of them
    size_t header_count;
    const char *const *cookies;     // lines of a Netscape cookie file, `cookie_count` of them
    size_t cookie_count;
    const char *proxy;              // an address, or "" for none
    const char *resolved;           // "host:port:address,address" in place of looking the host up, or ""
    const char *authorities;        // a file of certificates in place of libcurl's own, or ""
    long connect_milliseconds, total_milliseconds;
    void *context;                  // outlives the transfer
    ccurl_callbacks callbacks;
} ccurl_request;

typedef enum {
    CCURL_OK = 0,
    CCURL_NO_HOST,         // the host's name is not found
    CCURL_NO_PROXY,        // the proxy's name is not found
    CCURL_NO_CONNECTION,   // nobody answers, or every address was turned down
    CCURL_TIMEOUT,
    CCURL_CERTIFICATE,     // the server's certificate is not to be trusted
    CCURL_TLS,
    CCURL_BROKEN,          // the answer ends early, is empty or breaks the protocol
    CCURL_ENCODING,        // the answer is compressed in a way that cannot be undone
    CCURL_STOPPED,         // a callback said false
    CCURL_ADDRESS,         // libcurl does not take the address
    CCURL_OTHER,
} ccurl_result;

// Whether libcurl could be loaded.
bool ccurl_available(void);

// NULL where there is no libcurl or no memory.
ccurl_pool *ccurl_pool_new(void);
void ccurl_pool_free(ccurl_pool *pool);
// Waits for something to do, at most so long. Only one thread uses a pool at a time, but any may wake it.
void ccurl_pool_wait(ccurl_pool *pool, int milliseconds);
void ccurl_pool_wake(ccurl_pool *pool);
// Does what can be done without waiting.
void ccurl_pool_run(ccurl_pool *pool);
// The context of a transfer that has ended and is out of the pool now; NULL where there is none.
void *ccurl_pool_next(ccurl_pool *pool, ccurl_result *result);

// Copies all of the request but what `context` points to. NULL where there is no memory or an option is unknown.
ccurl_transfer *ccurl_transfer_new(const ccurl_request *request);
void ccurl_transfer_free(ccurl_transfer *transfer);
bool ccurl_transfer_start(ccurl_transfer *transfer, ccurl_pool *pool);
// Takes a transfer out of a pool before its end.
void ccurl_transfer_cancel(ccurl_transfer *transfer, ccurl_pool *pool);
// libcurl's own words for what went wrong; empty where it has none.
const char *ccurl_transfer_message(const ccurl_transfer *transfer);
// Cookie `index` that the transfer holds at its end, as a line of a cookie file; NULL behind the last. Freed by the
// next call with index 0 and with the transfer.
const char *ccurl_transfer_cookie(ccurl_transfer *transfer, size_t index);
