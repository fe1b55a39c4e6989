/* The replay loop in C, as one would first write it: the lane that the engine is measured against. */
#include <stddef.h>
#include <stdint.h>

enum { MAX_NS = 200000, GROW_START_NS = 50000, GROW = 2, SHRINK = 2, EXIT_NS = 5000 };

typedef struct { int64_t idle_ns, busy_ns; } record_t;
typedef struct { int64_t events, hits, halts, poll_ns, latency_ns, busy_ns, idle_ns; } totals_t;

static inline int64_t next_limit(int64_t limit, int64_t idle) {
    if (idle > limit && idle <= MAX_NS) {
        limit *= GROW;
        if (limit < GROW_START_NS) limit = GROW_START_NS;
        if (limit > MAX_NS) limit = MAX_NS;
    } else if (idle > MAX_NS) {
        limit /= SHRINK;
    }
    return limit;
}

void branchy(const record_t *r, int64_t n, totals_t *out) {
    totals_t t = {0};
    int64_t limit = 0;
    for (int64_t i = 0; i < n; i++) {
        int64_t idle = r[i].idle_ns;
        if (idle <= limit) { t.hits++; t.poll_ns += idle; }
        else { t.halts++; t.poll_ns += limit; t.latency_ns += EXIT_NS; }
        t.idle_ns += idle; t.busy_ns += r[i].busy_ns;
        limit = next_limit(limit, idle);
    }
    t.events = n;
    *out = t;
}
