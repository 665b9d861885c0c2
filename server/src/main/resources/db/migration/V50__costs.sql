-- One line for each call to Claude that was billed or may have been. A deleted document leaves its lines: they hold
-- numbers only, and the bill is still to be paid.
CREATE TABLE costs (
  id ${identity},
  at BIGINT NOT NULL,
  day TEXT NOT NULL,
  tenant TEXT NOT NULL,
  document_id BIGINT,
  model TEXT NOT NULL,
  estimated INTEGER NOT NULL,
  input_tokens BIGINT NOT NULL,
  write_5_minutes_tokens BIGINT NOT NULL,
  write_1_hour_tokens BIGINT NOT NULL,
  read_tokens BIGINT NOT NULL,
  output_tokens BIGINT NOT NULL,
  nano_dollars BIGINT NOT NULL
);

CREATE INDEX costs_by_day ON costs (day, tenant);
