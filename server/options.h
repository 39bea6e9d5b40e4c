/* SPDX-License-Identifier: MIT */
/*
 * options.h - the options of `baocao serve`, one row each: field, name on the command line, environment variable, kind,
 * default, least, most, sentence. Kinds: ADDRESS host:port, NUMBER, SIZE (K, M), LIST (comma-separated).
 */
#define OPTIONS(X)                                                                                                     \
    X(listen, "listen", "BAOCAO_LISTEN", ADDRESS, "127.0.0.1:8080", 0, 0, "address of the public service")             \
    X(admin_listen, "admin-listen", "BAOCAO_ADMIN_LISTEN", ADDRESS, "127.0.0.1:8081", 0, 0,                            \
      "address of /livez, /readyz, /version")                                                                          \
    X(workers, "workers", "BAOCAO_WORKERS", NUMBER, "2", 1, 256, "threads that extract")                               \
    X(queue, "queue", "BAOCAO_QUEUE", NUMBER, "64", 1, 10000, "reports that may wait for a worker")                    \
    X(max_body, "max-body", "BAOCAO_MAX_BODY", SIZE, "10M", 1024, 64 << 20, "largest body")                            \
    X(deadline, "deadline", "BAOCAO_DEADLINE", NUMBER, "30", 1, 3600, "seconds a request may take")                    \
    X(connections, "connections", "BAOCAO_CONNECTIONS", NUMBER, "4096", 16, 65536, "connections held at once")         \
    X(idle_timeout, "idle-timeout", "BAOCAO_IDLE_TIMEOUT", NUMBER, "15", 1, 3600, "seconds a silent connection lives") \
    X(io_threads, "io-threads", "BAOCAO_IO_THREADS", NUMBER, "2", 1, 64, "threads that read and write")                \
    X(drain, "drain", "BAOCAO_DRAIN", NUMBER, "30", 0, 3600, "seconds that SIGTERM waits for requests in flight")      \
    X(allow_fetch, "allow-fetch", "BAOCAO_ALLOW_FETCH", LIST, "", 0, 0,                                                \
      "private networks that a URL may lead to, as CIDR, comma-separated")                                             \
    X(fetch_ca, "fetch-ca", "BAOCAO_FETCH_CA", PATH, "", 0, 0,                                                         \
      "file of certificates (PEM) that https is trusted by, besides the system's")                                     \
    X(fetch_timeout, "fetch-timeout", "BAOCAO_FETCH_TIMEOUT", NUMBER, "10", 1, 300, "seconds a URL may take")          \
    X(fetch_max, "fetch-max", "BAOCAO_FETCH_MAX", SIZE, "10M", 1024, 64 << 20, "largest page, decoded")                \
    X(converters, "converters", "BAOCAO_CONVERTERS", NUMBER, "2", 1, 64, "documents converted at once")                \
    X(convert_timeout, "convert-timeout", "BAOCAO_CONVERT_TIMEOUT", NUMBER, "20", 1, 3600,                             \
      "seconds a converter may take")                                                                                  \
    X(convert_memory, "convert-memory", "BAOCAO_CONVERT_MEMORY", SIZE, "1024M", 64 << 20, 16384LL << 20,               \
      "memory a converter may have")                                                                                   \
    X(jobs, "jobs", "BAOCAO_JOBS", NUMBER, "1000", 1, 10000, "jobs held at once, finished ones until they expire")     \
    X(job_workers, "job-workers", "BAOCAO_JOB_WORKERS", NUMBER, "2", 1, 64,                                            \
      "jobs worked on at once, each with a converter of its own")                                                      \
    X(job_bytes, "job-bytes", "BAOCAO_JOB_BYTES", SIZE, "256M", 1024, 16384LL << 20,                                   \
      "bodies that wait and results that are kept, together")                                                          \
    X(job_deadline, "job-deadline", "BAOCAO_JOB_DEADLINE", NUMBER, "1800", 1, 86400,                                   \
      "seconds a job may take once it runs")                                                                           \
    X(job_ttl, "job-ttl", "BAOCAO_JOB_TTL", NUMBER, "3600", 1, 604800, "seconds a finished job can be read")
