# One entry for everything; the work is done by the small scripts in infra/build.
.DEFAULT_GOAL := help
SCRIPTS := infra/build
export PORT ?= 8080

.PHONY: help demo run test verify conformance lint fmt build up down bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: ## Start with a made-up enterprise on 127.0.0.1:$PORT, 8080; DATA=folder PEOPLE=12000 DAY=2026-11-21
	@$(SCRIPTS)/serve.sh --demo --data $(or $(DATA),data/demo) $(if $(PEOPLE),--demo-people $(PEOPLE)) \
	  $(if $(DAY),--demo-day $(DAY))

run: ## Start an empty plan in DATA, data/plan; prints the first administrator's link
	@$(SCRIPTS)/serve.sh --data $(or $(DATA),data/plan)

test: ## Run every kind of test; property and fault tests at small counts
	@$(SCRIPTS)/test.sh small

verify: ## Run the same tests at full counts, then bench; prints one line per figure
	@$(SCRIPTS)/test.sh full

conformance: ## Run store contracts and feature suite against the server of MONGODB_URI
	@$(SCRIPTS)/conformance.sh

lint: ## Check format, Error Prone and NullAway, protos, compose file and house rules
	@$(SCRIPTS)/lint.sh

fmt: ## Format the Java sources
	@$(SCRIPTS)/mvn.sh -q spotless:apply

build: ## Build the jars without running tests, and the AOT cache for a quicker start
	@$(SCRIPTS)/build.sh

up: ## Build the images and start every service, MongoDB and Consul with Docker
	@$(SCRIPTS)/compose.sh up

down: ## Stop what `make up` started; the volumes stay
	@$(SCRIPTS)/compose.sh down

bench: ## Measure start-up time and memory of the jar, and make demo in a clean clone
	@$(SCRIPTS)/bench.sh

clean: ## Remove what builds and tests wrote; data/ stays
	@$(SCRIPTS)/clean.sh
