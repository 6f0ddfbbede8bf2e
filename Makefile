# One entry for everything; the work is done by the small scripts in infra/build.
.DEFAULT_GOAL := help
SCRIPTS := infra/build
PORT ?= 8080

.PHONY: help build test lint fmt clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

test: ## Run every kind of test; property and fault tests at small counts
	@$(SCRIPTS)/test.sh small

lint: ## Check format, Error Prone and NullAway, protos and house rules
	@$(SCRIPTS)/lint.sh

fmt: ## Format the Java sources
	@$(SCRIPTS)/mvn.sh -q spotless:apply

build: ## Build every module without running tests
	@$(SCRIPTS)/build.sh

clean: ## Remove what builds and tests wrote; data/ stays
	@$(SCRIPTS)/clean.sh
