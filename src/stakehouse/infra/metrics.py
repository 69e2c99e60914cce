"""What the house counts and measures, in Prometheus' terms; served at ``/metrics``."""

from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Counter("stakehouse_requests_total", "HTTP requests", ["face", "method", "status"])
REQUEST_SECONDS = Histogram(
    "stakehouse_request_seconds",
    "Time to answer an HTTP request",
    ["face"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
REFUSALS = Counter("stakehouse_refusals_total", "Refusals by code", ["code"])

GROUP_SIZE = Histogram(
    "stakehouse_group_operations",
    "Operations in a group of the wallet engine",
    buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256, 512),
)
GROUP_SECONDS = Histogram(
    "stakehouse_group_seconds",
    "Time from the read to the commit of a group",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1),
)
GROUP_QUEUE = Gauge("stakehouse_group_queue", "Operations waiting for a group")
GROUP_AGAIN = Counter(
    "stakehouse_group_again_total", "Groups read and decided anew: somebody had changed what they knew"
)
GROUP_FAULTS = Counter("stakehouse_group_faults_total", "Operations refused for a fault of ours")

OUTBOX_LAG_SECONDS = Gauge("stakehouse_outbox_lag_seconds", "Age of the oldest unpublished event")
OUTBOX_PUBLISHED = Counter("stakehouse_outbox_published_total", "Events handed to the bus")
EVENTS_HANDLED = Counter(
    "stakehouse_events_handled_total", "Events by consumer and outcome", ["consumer", "outcome"]
)
CONSUMER_LAG = Gauge("stakehouse_consumer_lag_events", "Events not delivered yet", ["consumer"])
JOB_AGE_SECONDS = Gauge("stakehouse_job_age_seconds", "How long the oldest job that is due has waited")
JOBS_RUN = Counter("stakehouse_jobs_total", "Jobs by name and outcome", ["job", "outcome"])
DEAD_LETTERS = Counter("stakehouse_dead_letters_total", "Events and jobs given up", ["source"])

POOL_IN_USE = Gauge("stakehouse_pool_connections_in_use", "Connections in use", ["pool"])
POOL_SIZE = Gauge("stakehouse_pool_connections", "Connections open", ["pool"])

PAYMENT_NOTICES = Counter(
    "stakehouse_payment_notices_total",
    "Notices of payment gateways: new, repeated, or refused for their signature",
    ["gateway", "outcome"],
)
