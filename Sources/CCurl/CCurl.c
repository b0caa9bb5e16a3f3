#define _GNU_SOURCE
#include "CCurl.h"

#include <CLibraryLookup.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// libcurl's public numbers and structures as far as they are needed, so that no header of it is. They have been part of
// its binary interface since 7.62 and do not change with the soname.
enum { LONG = 0, OBJECT = 10000, FUNCTION = 20000 };
enum {
    OPT_WRITEDATA = OBJECT + 1, OPT_URL = OBJECT + 2, OPT_PROXY = OBJECT + 4, OPT_ERRORBUFFER = OBJECT + 10,
    OPT_WRITEFUNCTION = FUNCTION + 11, OPT_USERAGENT = OBJECT + 18, OPT_HTTPHEADER = OBJECT + 23,
    OPT_HEADERDATA = OBJECT + 29, OPT_COOKIEFILE = OBJECT + 31, OPT_CAINFO = OBJECT + 65, OPT_HEADERFUNCTION = FUNCTION + 79,
    OPT_HTTPGET = LONG + 80, OPT_HTTP_VERSION = LONG + 84, OPT_NOSIGNAL = LONG + 99, OPT_ACCEPT_ENCODING = OBJECT + 102,
    OPT_PRIVATE = OBJECT + 103, OPT_COOKIELIST = OBJECT + 135, OPT_TIMEOUT_MS = LONG + 155,
    OPT_CONNECTTIMEOUT_MS = LONG + 156, OPT_OPENSOCKETFUNCTION = FUNCTION + 163, OPT_OPENSOCKETDATA = OBJECT + 164,
    OPT_NOPROXY = OBJECT + 177, OPT_PROTOCOLS = LONG + 181, OPT_RESOLVE = OBJECT + 203, OPT_PIPEWAIT = LONG + 237, OPT_QUICK_EXIT = LONG + 322,
};
enum { HTTP_VERSION_2TLS = 4, PROTOCOL_HTTP = 1, PROTOCOL_HTTPS = 2 };
enum { MOPT_PIPELINING = 3, MOPT_MAXCONNECTS = 6, MULTIPLEX = 2 };
enum { INFO_PRIVATE = 0x100000 + 21, INFO_COOKIELIST = 0x400000 + 28, MESSAGE_DONE = 1, GLOBAL_DEFAULT = 3 };

typedef struct { int message; void *easy; union { void *whatever; int result; } data; } Message;
typedef struct List { char *data; struct List *next; } List;
typedef struct { int family, type, protocol; unsigned length; struct sockaddr address; } SocketAddress;

static struct {
    int (*global_init)(long);
    void *(*easy_init)(void);
    int (*easy_setopt)(void *, int, ...);
    int (*easy_getinfo)(void *, int, ...);
    void (*easy_cleanup)(void *);
    void *(*multi_init)(void);
    int (*multi_setopt)(void *, int, ...);
    int (*multi_add_handle)(void *, void *);
    int (*multi_remove_handle)(void *, void *);
    int (*multi_perform)(void *, int *);
    int (*multi_poll)(void *, void *, unsigned, int, int *);
    int (*multi_wakeup)(void *);
    Message *(*multi_info_read)(void *, int *);
    int (*multi_cleanup)(void *);
    List *(*slist_append)(List *, const char *);
    void (*slist_free_all)(List *);
} api;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;

static void load(void) {
    static const library_function functions[] = {
        {"curl_global_init", &api.global_init},
        {"curl_easy_init", &api.easy_init},
        {"curl_easy_setopt", &api.easy_setopt},
        {"curl_easy_getinfo", &api.easy_getinfo},
        {"curl_easy_cleanup", &api.easy_cleanup},
        {"curl_multi_init", &api.multi_init},
        {"curl_multi_setopt", &api.multi_setopt},
        {"curl_multi_add_handle", &api.multi_add_handle},
        {"curl_multi_remove_handle", &api.multi_remove_handle},
        {"curl_multi_perform", &api.multi_perform},
        {"curl_multi_poll", &api.multi_poll},
        {"curl_multi_wakeup", &api.multi_wakeup},
        {"curl_multi_info_read", &api.multi_info_read},
        {"curl_multi_cleanup", &api.multi_cleanup},
        {"curl_slist_append", &api.slist_append},
        {"curl_slist_free_all", &api.slist_free_all},
    };
    is_loaded = (LIBRARY_LOOK_UP("libcurl.so.4", functions) || LIBRARY_LOOK_UP("libcurl-gnutls.so.4", functions))
        && api.global_init(GLOBAL_DEFAULT) == 0;
}

bool ccurl_available(void) {
    pthread_once(&once, load);
    return is_loaded;
}

// MARK: Pools

struct ccurl_pool { void *multi; };

ccurl_pool *ccurl_pool_new(void) {
    if (!ccurl_available()) return NULL;
    ccurl_pool *pool = malloc(sizeof *pool);
    if (!pool) return NULL;
    pool->multi = api.multi_init();
    if (!pool->multi) {
        free(pool);
        return NULL;
    }
    api.multi_setopt(pool->multi, MOPT_PIPELINING, (long)MULTIPLEX);
    api.multi_setopt(pool->multi, MOPT_MAXCONNECTS, 16L);
    return pool;
}

void ccurl_pool_free(ccurl_pool *pool) {
    api.multi_cleanup(pool->multi);
    free(pool);
}

void ccurl_pool_wait(ccurl_pool *pool, int milliseconds) { api.multi_poll(pool->multi, NULL, 0, milliseconds, NULL); }

void ccurl_pool_wake(ccurl_pool *pool) { api.multi_wakeup(pool->multi); }

void ccurl_pool_run(ccurl_pool *pool) {
    int running;
    api.multi_perform(pool->multi, &running);
}

static ccurl_result meaning(int result) {
    switch (result) {
    case 0: return CCURL_OK;
    case 6: return CCURL_NO_HOST;
    case 5: return CCURL_NO_PROXY;
    case 7: case 97: return CCURL_NO_CONNECTION;
    case 28: return CCURL_TIMEOUT;
    case 51: case 60: case 83: case 90: case 91: return CCURL_CERTIFICATE;
    case 35: case 53: case 54: case 58: case 59: case 64: case 66: case 77: case 80: return CCURL_TLS;
    case 1: case 8: case 16: case 18: case 52: case 55: case 56: case 92: return CCURL_BROKEN;
    case 61: return CCURL_ENCODING;
    case 23: case 42: case 63: return CCURL_STOPPED;
    case 3: return CCURL_ADDRESS;
    default: return CCURL_OTHER;
    }
}

// MARK: Transfers

struct ccurl_transfer {
    void *easy;
    List *headers, *cookies, *resolved;
    ccurl_callbacks callbacks;
    void *context;
    char message[256];
};

void *ccurl_pool_next(ccurl_pool *pool, ccurl_result *result) {
    int left;
    Message *message;
    while ((message = api.multi_info_read(pool->multi, &left))) {
        if (message->message != MESSAGE_DONE) continue;
        void *easy = message->easy;
        *result = meaning(message->data.result);
        ccurl_transfer *transfer = NULL;
        api.easy_getinfo(easy, INFO_PRIVATE, &transfer);
        api.multi_remove_handle(pool->multi, easy);
        if (transfer) return transfer->context;
    }
    return NULL;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *owner) {
    ccurl_transfer *transfer = owner;
    return transfer->callbacks.body(transfer->context, (uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t on_head(char *bytes, size_t size, size_t count, void *owner) {
    ccurl_transfer *transfer = owner;
    return transfer->callbacks.head(transfer->context, (uint8_t *)bytes, size * count) ? size * count : 0;
}

// The one place where a connection is opened: what is asked about is the very address that the socket goes to.
static int on_socket(void *owner, int purpose, SocketAddress *to) {
    ccurl_transfer *transfer = owner;
    const void *address;
    size_t count;
    if (purpose != 0 || to->type != SOCK_STREAM) return -1;
    switch (to->family) {
    case AF_INET:
        address = &((struct sockaddr_in *)&to->address)->sin_addr;
        count = 4;
        break;
    case AF_INET6:
        address = &((struct sockaddr_in6 *)&to->address)->sin6_addr;
        count = 16;
        break;
    default: return -1;
    }
    if (!transfer->callbacks.connects(transfer->context, address, count)) return -1;
    return socket(to->family, to->type | SOCK_CLOEXEC, to->protocol);
}

// Appends to a list; false where there is no memory.
static bool append(List **list, const char *text) {
    List *longer = api.slist_append(*list, text);
    if (longer) *list = longer;
    return longer != NULL;
}

static bool set_up(ccurl_transfer *transfer, const ccurl_request *request) {
    void *easy = transfer->easy;
    bool is_set = true;
    for (size_t i = 0; i < request->header_count; i++) is_set &= append(&transfer->headers, request->headers[i]);
#define SET(option, value) is_set &= api.easy_setopt(easy, option, value) == 0
    SET(OPT_URL, request->address);
    SET(OPT_USERAGENT, request->user_agent);
    SET(OPT_HTTPHEADER, transfer->headers);
    SET(OPT_HTTPGET, 1L);
    SET(OPT_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS));
    SET(OPT_NOSIGNAL, 1L);
    SET(OPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    SET(OPT_TIMEOUT_MS, request->total_milliseconds);
    // Empty strings: no proxy of the environment's, no exceptions of its, every compression that libcurl knows, and
    // cookies kept in memory only.
    SET(OPT_PROXY, request->proxy);
    SET(OPT_NOPROXY, "");
    SET(OPT_ACCEPT_ENCODING, "");
    SET(OPT_COOKIEFILE, "");
    if (*request->resolved && append(&transfer->resolved, request->resolved)) SET(OPT_RESOLVE, transfer->resolved);
    if (*request->authorities) SET(OPT_CAINFO, request->authorities);
    for (size_t i = 0; i < request->cookie_count; i++) SET(OPT_COOKIELIST, request->cookies[i]);
    SET(OPT_WRITEFUNCTION, on_body);
    SET(OPT_WRITEDATA, transfer);
    SET(OPT_HEADERFUNCTION, on_head);
    SET(OPT_HEADERDATA, transfer);
    SET(OPT_OPENSOCKETFUNCTION, on_socket);
    SET(OPT_OPENSOCKETDATA, transfer);
    SET(OPT_PRIVATE, transfer);
    SET(OPT_ERRORBUFFER, transfer->message);
    // Not every libcurl knows these: HTTP/2, and leaving a name server that does not answer to itself.
    api.easy_setopt(easy, OPT_HTTP_VERSION, (long)HTTP_VERSION_2TLS);
    // Over TLS a second request waits to learn whether the first one's connection can carry it, too.
    if (strncmp(request->address, "https:", 6) == 0) api.easy_setopt(easy, OPT_PIPEWAIT, 1L);
    api.easy_setopt(easy, OPT_QUICK_EXIT, 1L);
#undef SET
    return is_set;
}

ccurl_transfer *ccurl_transfer_new(const ccurl_request *request) {
    if (!ccurl_available()) return NULL;
    ccurl_transfer *transfer = calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    transfer->callbacks = request->callbacks;
    transfer->context = request->context;
    transfer->easy = api.easy_init();
    if (!transfer->easy || !set_up(transfer, request)) {
        ccurl_transfer_free(transfer);
        return NULL;
    }
    return transfer;
}

void ccurl_transfer_free(ccurl_transfer *transfer) {
    if (transfer->easy) api.easy_cleanup(transfer->easy);
    if (transfer->headers) api.slist_free_all(transfer->headers);
    if (transfer->cookies) api.slist_free_all(transfer->cookies);
    if (transfer->resolved) api.slist_free_all(transfer->resolved);
    free(transfer);
}

bool ccurl_transfer_start(ccurl_transfer *transfer, ccurl_pool *pool) {
    return api.multi_add_handle(pool->multi, transfer->easy) == 0;
}

void ccurl_transfer_cancel(ccurl_transfer *transfer, ccurl_pool *pool) {
    api.multi_remove_handle(pool->multi, transfer->easy);
}

const char *ccurl_transfer_message(const ccurl_transfer *transfer) { return transfer->message; }

const char *ccurl_transfer_cookie(ccurl_transfer *transfer, size_t index) {
    if (index == 0) {
        if (transfer->cookies) api.slist_free_all(transfer->cookies);
        transfer->cookies = NULL;
        if (api.easy_getinfo(transfer->easy, INFO_COOKIELIST, &transfer->cookies) != 0) return NULL;
    }
    List *item = transfer->cookies;
    for (size_t i = 0; i < index && item; i++) item = item->next;
    return item ? item->data : NULL;
}
