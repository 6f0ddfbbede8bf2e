#!/bin/sh
# Speed of the matching engine, after `mvn -pl services/identity-matching test-compile`:
#   infra/benchmarks/identity.sh resolve 1000000        from CSV to crosswalk
#   infra/benchmarks/identity.sh live 100000 10000      10,000 records one at a time after a batch
# Generated files are kept in BENCHMARK_FOLDER; HEAP and THREADS may be set too.
set -e
cd "$(dirname "$0")/../.."
folder=${BENCHMARK_FOLDER:-/tmp/identity-benchmark}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
module=services/identity-matching/target
path=$module/classes:$module/test-classes:services/kernel/target/classes:infra/demo/target/classes
for jar in org/jspecify/jspecify com/googlecode/libphonenumber/libphonenumber org/yaml/snakeyaml \
  com/google/code/gson/gson; do
  path=$path:$(find "$repository/$jar" -name '*.jar' | sort -V | tail -1)
done
case $1 in
  resolve) main=ResolveBenchmark ;;
  live) main=LiveBenchmark ;;
  *) echo "usage: $0 resolve|live RECORDS [UPSERTS]" >&2; exit 2 ;;
esac
mkdir -p "$folder"
exec "${JAVA_HOME:-/usr}/bin/java" "-Xmx${HEAP:-3600m}" -XX:+UseParallelGC -Xmn256m -cp "$path" \
  "org.masterplan.matching.benchmark.$main" "$folder" "$2" "${THREADS:-2}" "${3:-10000}"
