/* SPDX-License-Identifier: MIT */
/* limits.h - every ceiling of the service that is no option (those stand in options.h). Bytes unless said. */
#ifndef BAOCAO_SERVER_LIMITS_H
#define BAOCAO_SERVER_LIMITS_H

#define LIMIT_REQUEST_ID 64u
#define LIMIT_CONNECTION_MEMORY (128u << 10) /* headers and one upload chunk */
#define LIMIT_ARENA_FACTOR 200u              /* an extraction's memory, times the body's size */
#define LIMIT_ARENA_FLOOR (64u << 20)
#define LIMIT_DRAIN_BODY (1u << 20) /* what is read and thrown away of a body past the limit */
#define LIMIT_URL 2048u
#define LIMIT_MULTIPART_PARTS 8u
#define LIMIT_BOUNDARY 70u /* RFC 2046, 5.1.1 */
#define LIMIT_REDIRECTS 3u
#define LIMIT_CIDRS 32u
#define LIMIT_WORKER_STACK (32u << 20)
#define LIMIT_FETCHERS 8u
#define LIMIT_FETCH_PER_HOST 2u     /* connections to one host at once; the others wait */
#define LIMIT_REFRESH 5u            /* seconds: a page that sends on later is a page of its own */
#define LIMIT_CACHE (32u << 20)     /* pages kept to be asked for again */
#define LIMIT_CACHE_PAGE (4u << 20) /* ... the largest of them */
#define LIMIT_CACHE_PAGES 256u
#define LIMIT_CONVERT_FILE (256u << 20) /* a file that a converter writes */
#define LIMIT_SCAN_PIXELS 3508          /* the longer side of a page that is read as a picture: A4 at 300 dpi */
#define LIMIT_SCAN_AREA (80u << 20)     /* pixels of a posted picture, before that: A3 at 600 dpi */
#define LIMIT_SCAN_PAGES 500u
#define LIMIT_CONVERT_OUTPUT (64u << 20) /* its text */
#define LIMIT_MEMBERS 100u               /* documents of an archive */
#define LIMIT_MEMBER_BYTES (128u << 20)  /* ... unpacked, together */
#define LIMIT_MEMBER_RATIO 200u          /* unpacked to packed bytes of a member of more than 1 MB */
#define LIMIT_MEMBER_NAME 1024u
#define LIMIT_FOLLOW 20u               /* attachments of a page that are fetched */
#define LIMIT_FOLLOW_BYTES (32u << 20) /* ... together: no further one is begun */
#define LIMIT_BATCH_ANSWER (64u << 20) /* answers of all documents of a request */
#define LIMIT_BATCH_SHARE 80u          /* per cent of a request's time after which none of its documents is begun */
#define LIMIT_FILES_JOBS 256u          /* files that the command line reads at once */
#define LIMIT_FILES_AHEAD 64u          /* results that wait for the ones before them */
#define LIMIT_FILE_ARENA ((size_t)4 << 30)
#define LIMIT_JOB_WAIT 60u /* seconds that a request may wait for a job */
#define LIMIT_JOB_POLL 2u  /* seconds until a client that does not wait should ask again */

#endif
